"""What is said of a channel that was reached on no way: absent, suspected, closed, or not looked for far enough."""

from typing import Any

import pytest

from auditor.model.terms import Channel, ContactStatus, Outcome, PageStatus
from auditor.visitor.walk import OTHERS_BLOCKED


def test_absence_is_claimed_only_when_all_within_four_clicks_was_seen(site: Any) -> None:
    for number in range(6):
        site.show(f"{number or ''}", site.link("Next", f"{number + 1}"))
    assert site.journey().outcome is Outcome.NOT_FOUND
    assert site.journey().reason == "Not within 4 clicks."
    site.rendered = [page for page in site.rendered if not page.url.endswith("/4")]
    journey = site.journey()
    assert (journey.outcome, "1 linked page was not fetched" in journey.reason) == (Outcome.CANNOT_TELL, True)


@pytest.mark.parametrize(("clicks", "outcome"), [(4, Outcome.REACHED), (5, Outcome.NOT_FOUND)])
def test_what_stands_more_than_four_clicks_away_is_not_found(site: Any, clicks: int, outcome: Outcome) -> None:
    for number in range(6):
        site.show(f"{number or ''}", site.link("Next", f"{number + 1}"))
    site.sight(str(clicks))
    assert site.journey().outcome is outcome


def test_a_long_way_is_still_one_where_a_shorter_may_be_left(site: Any) -> None:
    for number in range(6):
        site.show(f"{number or ''}", site.link("Next", f"{number + 1}"), site.link("Other", "other"))
    site.sight("5")
    assert (site.journey().outcome, site.journey().clicks_at_most) == (Outcome.REACHED, 5)


def test_a_page_closed_to_the_crawler_blocks(site: Any) -> None:
    site.show("", site.link("Contact", "contact"))
    site.statuses[site.url("contact")] = PageStatus.CLOSED
    assert site.journey().outcome is Outcome.BLOCKED


def test_a_page_sent_but_not_rendered_is_no_proof_of_absence(site: Any) -> None:
    site.show("", site.link("News", "news"))
    site.send("news")
    assert site.journey().outcome is Outcome.CANNOT_TELL


def test_a_candidate_that_could_not_be_confirmed_cannot_be_told(site: Any) -> None:
    site.show("")
    site.sight("", status=ContactStatus.CANNOT_TELL, status_reason="The number stands in a picture.")
    journey = site.journey()
    assert (journey.outcome, journey.reason) == (Outcome.CANNOT_TELL, "The number stands in a picture.")


def test_listed_options_do_not_count(site: Any) -> None:
    site.show("")
    site.sight("", status=ContactStatus.LISTED)
    assert site.journey().outcome is Outcome.NOT_FOUND


def test_links_out_of_scope_and_anchors_are_no_gaps(site: Any) -> None:
    site.show("", site.link("Facebook", "https://facebook.com/shop"), site.link("Top", "https://shop.test/#top"))
    assert site.journey().outcome is Outcome.NOT_FOUND


def test_absence_is_not_claimed_while_a_control_was_not_tried(site: Any) -> None:
    site.show("", site.button("Contact us"))
    journey = site.journey()
    assert (journey.outcome, "1 control was not tried" in journey.reason) == (Outcome.CANNOT_TELL, True)
    site.press("", "button.Contact us", name="Contact us")
    assert site.journey().outcome is Outcome.NOT_FOUND


def test_nothing_is_denied_where_hosts_of_others_were_blocked(site: Any) -> None:
    site.show("")
    told = {journey.channel: (journey.outcome, journey.reason) for journey in site.walk(others_blocked=True)}
    assert told[Channel.CHAT] == told[Channel.PHONE] == (Outcome.CANNOT_TELL, OTHERS_BLOCKED)
