"""Every finder is registered, and each channel that is found has one."""

from auditor.contacts.registry import PAGE_FINDERS, SECTION_FINDERS


def test_finders_are_registered_once() -> None:
    names = [finder.__name__ for finder in (*SECTION_FINDERS, *PAGE_FINDERS)]
    assert sorted(names) == sorted(set(names))
    assert {"phones", "emails", "chats", "forms", "messengers", "socials"} <= set(names)
