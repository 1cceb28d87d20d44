"""The score adds parts up, leaves out what was not seen, and behaves as its properties say."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model.audit import Scores
from auditor.model.journey import Journey
from auditor.model.terms import DEVICES, SCORED_CHANNELS, CaptureStatus, Channel, Device, Human, Outcome, Price, Stage
from auditor.scoring.apply import apply_rules
from auditor.scoring.observed import Observed
from auditor.scoring.rule import load_rules
from auditor.scoring.score import score
from auditor.scoring.weights import load_weights
from tests.scoring.build import grid, option, options_of, page, seen, sign, signs_of, site, way

_C = Channel
_WEIGHTS = load_weights()
_CARE = tuple(rule for rule in load_rules() if rule.id in _WEIGHTS.care)


def _score(evidence: Observed) -> Scores:
    return score(evidence, apply_rules(_CARE, evidence), _WEIGHTS)


def _points(evidence: Observed) -> float:
    points = _score(evidence).overall
    assert points is not None
    return points


def test_a_perfect_phone_and_email_lose_nothing_for_want_of_a_chat() -> None:
    scores = _score(site({_C.PHONE: 0, _C.EMAIL: 0}))
    assert (scores.categories.findability, scores.categories.choice) == (100, 100)


def test_a_site_that_shows_no_way_has_no_points() -> None:
    scores = _score(site({}))
    assert (scores.overall, scores.grade, scores.range, scores.coverage) == (0, "F", (0, 0), 1)


@pytest.mark.parametrize("outcome", [Outcome.CANNOT_TELL, Outcome.BLOCKED, Outcome.NOT_MEASURED])
def test_not_seen_is_never_scored_as_zero(outcome: Outcome) -> None:
    ways = grid({}, lacking=outcome)
    scores = _score(seen(*ways, signs=[sign(present=None)]))
    assert scores.overall is None and scores.grade is None and scores.range is None
    assert set(scores.categories.model_dump().values()) == {None}


@pytest.mark.parametrize("outcome", [Outcome.CANNOT_TELL, Outcome.BLOCKED, Outcome.NOT_MEASURED])
def test_a_stage_that_was_not_seen_takes_its_weight_along(outcome: Outcome) -> None:
    whole = site({_C.PHONE: 1, _C.EMAIL: 1})
    ways = [journey if journey.stage is not Stage.CART else _unseen(journey, outcome) for journey in whole.journeys]
    scores = _score(seen(*ways, signs=whole.signposts, options=whole.contacts, pages=whole.pages))
    before = _score(whole)
    assert scores.categories.findability == before.categories.findability
    assert scores.coverage < before.coverage
    assert scores.range is not None and scores.range[0] < (scores.overall or 0) <= scores.range[1]


def _unseen(journey: Journey, outcome: Outcome) -> Journey:
    cleared: dict[str, Any] = {"outcome": outcome, "clicks": None, "exact": False, "contact_id": "", "end_page": ""}
    return journey.model_copy(update=cleared)


def test_under_six_tenths_of_the_weight_there_is_no_overall() -> None:
    evidence = seen(way(), way(_C.EMAIL), options=[option()], status=CaptureStatus.PARTIAL)
    scores = _score(evidence)
    assert scores.overall is None and scores.coverage < 0.6
    assert scores.because == (
        f"{int(100 * scores.coverage)} % of the weight could be seen; under 60 % there is no overall score.",
    )


_HOME = "Whether the home page leads to a phone number and to a way to write could not be told."


@pytest.mark.parametrize("outcome", [Outcome.CANNOT_TELL, Outcome.BLOCKED, Outcome.NOT_MEASURED])
def test_the_error_page_alone_makes_no_score(outcome: Outcome) -> None:
    unsure = grid({}, lacking=outcome, stages=(Stage.HOME, Stage.CATEGORY))
    error = grid({}, stages=(Stage.NOT_FOUND,))
    signs = [sign(channel, stage=w.stage, device=w.device) for w in (*unsure, *error) for channel in SCORED_CHANNELS]
    scores = _score(seen(*unsure, *error, signs=signs, pages=[page(Stage.HOME), page(Stage.NOT_FOUND)]))
    assert (scores.overall, scores.grade, scores.range) == (None, None, None)
    assert (scores.categories.findability, scores.categories.choice) == (None, None)
    assert scores.coverage < 0.6 and scores.because[-1] == _HOME


@pytest.mark.parametrize(
    ("unsure", "scored"),
    [
        ({(_C.PHONE, Device.DESKTOP), (_C.PHONE, Device.MOBILE)}, False),
        ({(_C.PHONE, Device.DESKTOP)}, True),
        ({(c, d) for c in (_C.EMAIL, _C.CHAT, _C.FORM, _C.MESSENGER) for d in DEVICES}, False),
        ({(c, d) for c in (_C.EMAIL, _C.CHAT, _C.MESSENGER) for d in DEVICES}, True),
        ({(_C.PHONE, Device.DESKTOP), *((c, Device.MOBILE) for c in SCORED_CHANNELS)}, False),
    ],
)
def test_a_score_needs_to_know_phone_and_writing_from_home_on_one_device(
    unsure: set[tuple[Channel, Device]], scored: bool
) -> None:
    whole = site({_C.PHONE: 1, _C.EMAIL: 1})
    ways = [
        _unseen(w, Outcome.CANNOT_TELL) if w.stage is Stage.HOME and (w.channel, w.device) in unsure else w
        for w in whole.journeys
    ]
    scores = _score(seen(*ways, signs=whole.signposts, options=whole.contacts, pages=whole.pages))
    assert scores.coverage >= 0.6 and (scores.overall is not None) is scored
    assert (scores.because == (_HOME,)) is not scored


def test_a_range_over_more_than_one_grade_gives_no_grade_and_says_so() -> None:
    whole = site({_C.PHONE: 1, _C.EMAIL: 1})
    closed = (Stage.RETURNS, Stage.ORDER_TRACKING, Stage.CHECKOUT)
    ways = [_unseen(w, Outcome.BLOCKED) if w.stage in closed else w for w in whole.journeys]
    scores = _score(seen(*ways, signs=whole.signposts, options=whole.contacts, pages=whole.pages))
    assert scores.overall is not None and scores.range is not None and scores.grade is None
    assert scores.because == ("No grade: what was not seen leaves room from C to A.",)


def test_categories_add_up_to_the_overall() -> None:
    scores = _score(site({_C.PHONE: 2, _C.FORM: 3}))
    share = {str(name): weight.weight / 100 for name, weight in _WEIGHTS.categories.items()}
    total = sum(share[name] * points for name, points in scores.categories.model_dump().items())
    assert scores.overall == pytest.approx(total, abs=0.1)


@pytest.mark.parametrize(("clicks", "grade"), [(0, "A"), (2, "B"), (6, "D")])
def test_grades_fall_with_clicks(clicks: int, grade: str) -> None:
    evidence = site({_C.PHONE: clicks, _C.EMAIL: clicks})
    stated = [option(_C.PHONE, hours="9 to 5", response_promise="1 day"), option(_C.EMAIL)]
    signs = [
        s.model_copy(update={"above_fold": clicks < 6, "scent": 1.0 if clicks < 6 else 0.2}) for s in evidence.signposts
    ]
    assert _score(seen(*evidence.journeys, signs=signs, options=stated, pages=evidence.pages)).grade == grade


# --- properties -------------------------------------------------------------------------------------------------

_CLICKS = st.one_of(st.none(), st.integers(0, 6))
_LACKING = st.sampled_from((Outcome.NOT_FOUND, Outcome.NOT_FOUND, Outcome.GATED, Outcome.CANNOT_TELL))
_STAGES = (Stage.HOME, Stage.HELP, Stage.RETURNS)


@st.composite
def _ways(draw: st.DrawFn) -> tuple[Journey, ...]:
    """Journeys of a small site, some of them not seen or not exact."""
    found = []
    for stage in _STAGES:
        for device in DEVICES:
            for channel in SCORED_CHANNELS:
                clicks = draw(_CLICKS)
                lacking = draw(
                    st.sampled_from((Outcome.NOT_FOUND, Outcome.NOT_FOUND, Outcome.GATED, Outcome.CANNOT_TELL))
                )
                outcome = lacking if clicks is None else Outcome.REACHED
                exact = draw(st.booleans())
                found.append(way(channel, clicks, stage=stage, device=device, outcome=outcome, exact=exact))
    return tuple(found)


def _evidence(ways: tuple[Journey, ...], **more: Any) -> Observed:
    fold = more.pop("above_fold", None)
    signs = signs_of(ways, above_fold=fold)
    return seen(*ways, signs=signs, options=options_of(ways, **more), pages=[page(stage) for stage in _STAGES])


@settings(max_examples=40, deadline=None)
@given(_ways(), st.data())
def test_one_more_click_never_raises_the_score(ways: tuple[Journey, ...], data: st.DataObject) -> None:
    which = data.draw(st.integers(0, len(ways) - 1))
    old = ways[which]
    field = "clicks" if old.exact else "clicks_at_most"
    longer = old.model_copy(update={field: old.best_clicks + 1}) if old.best_clicks is not None else old
    after = (*ways[:which], longer, *ways[which + 1 :])
    before, later = _score(_evidence(ways)), _score(_evidence(after))
    if before.overall is not None and later.overall is not None:
        assert later.overall <= before.overall


@settings(max_examples=40, deadline=None)
@given(_ways(), st.data())
def test_a_channel_more_never_lowers_the_score(ways: tuple[Journey, ...], data: st.DataObject) -> None:
    channel = data.draw(st.sampled_from(SCORED_CHANNELS))
    clicks = data.draw(st.integers(0, 6))
    after = tuple(
        way(channel, clicks, stage=w.stage, device=w.device)
        if w.channel is channel and w.outcome is Outcome.NOT_FOUND and data.draw(st.booleans())
        else w
        for w in ways
    )
    before, later = _score(_evidence(ways)), _score(_evidence(after))
    if before.overall is not None and later.overall is not None:
        assert later.overall >= before.overall


@settings(max_examples=40, deadline=None)
@given(_ways(), st.sampled_from([{"price": Price.PREMIUM}, {"human": Human.BOT}]), st.data())
def test_a_premium_line_or_a_bot_never_raises_the_score(
    ways: tuple[Journey, ...], kind: dict[str, Any], data: st.DataObject
) -> None:
    channel = _C.PHONE if "price" in kind else _C.CHAT
    bare = tuple(w.model_copy(update=_GONE) if w.channel is channel else w for w in ways)
    added = tuple(
        way(channel, data.draw(st.integers(0, 4)), stage=w.stage, device=w.device) if w.channel is channel else w
        for w in bare
    )
    before = _evidence(bare)
    dear = option(channel, hours="9 to 5", response_promise="1 day", **kind)
    after = seen(*added, signs=signs_of(added, above_fold=None), options=(*before.contacts, dear), pages=before.pages)
    first, second = _score(before), _score(after)
    if first.overall is not None and second.overall is not None:
        assert second.overall <= first.overall


_GONE: dict[str, Any] = {
    "outcome": Outcome.NOT_FOUND,
    "clicks": None,
    "clicks_at_most": None,
    "exact": False,
    "contact_id": "",
    "end_page": "",
}


@settings(max_examples=20, deadline=None)
@given(_ways(), st.randoms(use_true_random=False))
def test_order_of_input_changes_nothing(ways: tuple[Journey, ...], random: Any) -> None:
    mixed = list(ways)
    random.shuffle(mixed)
    signs, options, pages = list(signs_of(ways)), list(options_of(ways)), [page(stage) for stage in _STAGES]
    first = _score(seen(*ways, signs=signs, options=options, pages=pages))
    assert _score(seen(*mixed, signs=signs[::-1], options=options[::-1], pages=pages[::-1])) == first


@settings(max_examples=40, deadline=None)
@given(_ways())
def test_the_score_lies_in_its_range(ways: tuple[Journey, ...]) -> None:
    scores = _score(_evidence(ways))
    if scores.overall is not None and scores.range is not None:
        assert 0 <= scores.range[0] <= scores.overall <= scores.range[1] <= 100


@settings(max_examples=40, deadline=None)
@given(_ways(), st.floats(0, 1), st.floats(0, 1))
def test_a_clearer_label_never_lowers_the_score(ways: tuple[Journey, ...], one: float, two: float) -> None:
    options, pages = options_of(ways), [page(stage) for stage in _STAGES]
    dim, clear = (
        _score(seen(*ways, signs=signs_of(ways, scent=scent), options=options, pages=pages))
        for scent in sorted((one, two))
    )
    if dim.overall is not None and clear.overall is not None:
        assert clear.overall >= dim.overall
