"""Scores, gains and extent in words; no score is ever made up."""

import pytest

from auditor.model.audit import Audit, Captured, Gain, Scores
from auditor.model.terms import CaptureStatus, Device
from reports.appraisal import extent_sentence, fix_phrase, gain_phrase, percent, points, score_sentence

MEASURED = CaptureStatus.MEASURED


@pytest.mark.parametrize(
    ("scores", "status", "sentence"),
    [
        (
            Scores(overall=46.5, range=(42.0, 53.4), grade="D", coverage=0.82),
            MEASURED,
            "Score: 47 of 100, grade D (between 42 and 53; 82 % of what counts was measured).",
        ),
        (
            Scores(overall=36.8, range=(36.6, 37.4), grade="E", coverage=1.0),
            MEASURED,
            "Score: 37 of 100, grade E (100 % of what counts was measured).",
        ),
        (Scores(overall=100.0, coverage=1.0), MEASURED, "Score: 100 of 100 (100 % of what counts was measured)."),
        (
            Scores(overall=46.5, range=(38.0, 53.4), coverage=0.82),
            MEASURED,
            "Score: 47 of 100, no grade (between 38 and 53, more than one grade; 82 % of what counts was measured).",
        ),
        (
            Scores(coverage=0.45),
            CaptureStatus.PARTIAL,
            "No score: 45 % of what counts was measured, and 60 % is needed.",
        ),
        (Scores(coverage=0.6), MEASURED, "No score: what the home page leads to could not be told."),
        (Scores(), CaptureStatus.BLOCKED, "No score: nothing was measured."),
        (Scores(), CaptureStatus.UNREACHABLE, "No score: nothing was measured."),
    ],
)
def test_the_score_in_words(scores: Scores, status: CaptureStatus, sentence: str) -> None:
    assert score_sentence(scores, Captured(status=status, pages=6)) == sentence


def test_a_score_of_a_single_page_says_so() -> None:
    alone = score_sentence(Scores(overall=0.0, grade="F", coverage=1.0), Captured(status=MEASURED, pages=1))
    assert alone == "Score: 0 of 100, grade F (100 % of what counts was measured; only 1 page was seen)."


@pytest.mark.parametrize(
    ("gain", "phrase"),
    [
        (Gain(), ""),
        (Gain(score=0.0, seconds=0.0, success=0.0), ""),
        (Gain(score=8.5, seconds=9.2, success=0.08), "+8.5 points, 9 s less, 8 more of 100 visitors succeed"),
        (Gain(score=1.0), "+1 point"),
        (Gain(score=-2.0, seconds=-3.0, success=-0.02), "-2 points, 3 s more, 2 fewer of 100 visitors succeed"),
    ],
)
def test_a_gain_in_words(gain: Gain, phrase: str) -> None:
    assert gain_phrase(gain) == phrase


def test_a_fix_in_one_line(small: Audit) -> None:
    assert fix_phrase(small.fixes[0]) == (
        "Put a link “Contact” into the header, next to “Sign in” (the header of every page, 6 pages; small effort; "
        "predicted: +8.5 points, 9 s less, 8 more of 100 visitors succeed)."
    )
    assert fix_phrase(small.fixes[2].model_copy(update={"gain": Gain()})) == (
        "Repeat the email address on the contact page (/help/contact; small effort)."
    )


@pytest.mark.parametrize(
    ("captured", "sentence"),
    [
        (
            Captured(status=MEASURED, pages=6, rendered=6, devices=(Device.DESKTOP, Device.MOBILE)),
            "6 pages seen, all in a browser, desktop and mobile.",
        ),
        (
            Captured(status=MEASURED, pages=1_200, rendered=40, devices=(Device.MOBILE,)),
            "1,200 pages seen, 40 of them in a browser, mobile.",
        ),
        (Captured(status=MEASURED, pages=1), "1 page seen, none of them in a browser."),
        (
            Captured(status=CaptureStatus.PARTIAL, reason="the seconds were spent.", pages=9),
            "9 pages seen, none of them in a browser. Only a part of the site was measured: the seconds were spent.",
        ),
    ],
)
def test_the_extent_in_words(small: Audit, captured: Captured, sentence: str) -> None:
    assert extent_sentence(small.model_copy(update={"captured": captured})) == sentence


def test_figures_are_whole_numbers() -> None:
    assert (points(None), points(0.0), points(46.5), percent(0.6)) == ("–", "0", "47", "60 %")
