"""The finders of all channels. A new channel is one line here."""

from collections.abc import Callable, Iterator, Sequence

from auditor.contacts.chat import chat_scripts, chats
from auditor.contacts.email import emails
from auditor.contacts.form import forms, framed_forms
from auditor.contacts.messenger import messengers
from auditor.contacts.phone import phones
from auditor.contacts.pictured import pictured
from auditor.contacts.post import posts
from auditor.contacts.section import Section, Setting
from auditor.contacts.shut import shut
from auditor.contacts.social import socials
from auditor.contacts.spoken import spoken
from auditor.contacts.structured import structured_contacts
from auditor.model.page import Page
from auditor.model.sighting import Sighting

#: Finders of what stands in a block: pure functions of the block, its page's topic and the site.
SECTION_FINDERS: tuple[Callable[[Section, Setting], Iterator[Sighting]], ...] = (
    phones,
    emails,
    chats,
    forms,
    messengers,
    socials,
    posts,
    shut,
)
#: Finders of what belongs to the page as a whole: scripts, frames, structured data.
PAGE_FINDERS: tuple[Callable[[Page, Setting], Iterator[Sighting]], ...] = (
    chat_scripts,
    framed_forms,
    structured_contacts,
)
#: Finders of what is suspected where nothing was found; they are told what was.
LAST_FINDERS: tuple[Callable[[Page, Sequence[Sighting], Setting], Iterator[Sighting]], ...] = (pictured, spoken)
