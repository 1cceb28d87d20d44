"""Sets of HTML tags by what they mean to a reader."""

#: Never read: code, and content for other readers.
SKIPPED = frozenset({"script", "style", "template", "noscript", "head", "title", "meta", "link", "base", "object"})
#: Elements that break the line by the default style sheet of browsers.
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section "
    "select summary table caption colgroup col tbody td tfoot th thead tr ul textarea iframe video audio canvas".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Roles that make any element a control to press.
BUTTON_ROLES = frozenset({"button", "tab", "menuitem", "switch", "combobox", "menuitemradio", "menuitemcheckbox"})
BUTTON_INPUTS = frozenset({"button", "submit", "reset", "image"})
#: Inputs in which nothing is typed or chosen.
NO_FIELDS = frozenset({"hidden", "button", "submit", "reset", "image"})
#: Inputs that show their value as text; one that cannot be changed is there to be read.
SHOWING_INPUTS = frozenset({"text", "tel", "email", "url"})
