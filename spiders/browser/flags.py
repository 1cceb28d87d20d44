"""How Chromium is started: quiet, repeatable, and with one way out."""

import os

#: Nothing but the pages asked for: no updates, no accounts, no first-run pages, no QUIC past the proxy.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-domain-reliability",
    "--mute-audio",
    # Sockets of calls (WebRTC) would go past the proxy.
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)
#: A page whose scripts want more memory than this crashes, and costs itself (megabytes of a script's heap).
BOUNDED = ("--js-flags=--max-old-space-size=768",)
#: The same letters and colours on every machine.
REPEATABLE = ("--force-color-profile=srgb", "--font-render-hinting=none", "--disable-lcd-text", "--hide-scrollbars")
#: The browser looks up no name itself; the proxy does, and checks what comes of it.
NO_LOOKUPS = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"


def chromium_flags(proxy_port: int) -> tuple[str, ...]:
    """The command line flags for a Chromium whose only way out is the proxy on a port of loopback."""
    proxy = (f"--proxy-server=http://127.0.0.1:{proxy_port}", "--proxy-bypass-list=<-loopback>", NO_LOOKUPS)
    # Chromium's sandbox does not start for root, and only then is it given up.
    sandbox = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    return (*QUIET, *BOUNDED, *REPEATABLE, *proxy, *sandbox)
