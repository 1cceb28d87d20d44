"""Hosts of others, which `--block-third-party` keeps out of the browser: told by name alone, before any look-up."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.capture.scope import help_desk
from auditor.model.domains import registrable_domain
from auditor.model.ruledata import rule_data

#: What is said of a host that was refused.
REFUSED = "blocked by --block-third-party"


@dataclass(frozen=True, slots=True)
class Own:
    """The hosts of a site: its `domains`, what the user `named`, and the help desks that the brand rents."""

    domains: frozenset[str]
    named: frozenset[str] = frozenset()

    @classmethod
    def of(cls, urls: tuple[str, ...], named: tuple[str, ...] = ()) -> "Own":
        """The hosts of a site from its addresses: the one asked for, and the one that it led to."""
        hosts = [urlsplit(url).hostname or "" for url in urls]
        return cls(frozenset(registrable_domain(host) for host in hosts if host), frozenset((*hosts, *named)) - {""})

    def has(self, host: str) -> bool:
        """Whether a host belongs to the site."""
        host = host.lower().rstrip(".")
        if host in self.named or registrable_domain(host) in self.domains:
            return True
        if host in rule_data("gather/helpdesks.yaml")["shared"]:
            return True
        return any(help_desk(f"https://{host}/", domain.partition(".")[0]) for domain in self.domains)
