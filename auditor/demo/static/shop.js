// Behaviour of the shop: one rule for everything that opens, then the banner and the chat.
"use strict";

const CONSENT_COOKIE = "kw_consent";
const CONSENT_SECONDS = 180 * 24 * 3600;

// A button with aria-controls opens and closes the thing it names. Elements that CSS shows or hides by device
// (menu, footer lists) carry no hidden attribute; for them the state is a class.
function setOpen(button, open) {
  const target = document.getElementById(button.getAttribute("aria-controls"));
  if (!target) return;
  document.querySelectorAll(`[aria-controls="${target.id}"]`).forEach((other) => {
    other.setAttribute("aria-expanded", String(open));
  });
  if (target.matches(".site-nav, .foot-list")) target.classList.toggle("is-open", open);
  else target.hidden = !open;
  if (target.id === "chat-window" && open) document.getElementById("chat-text").focus();
  if (button.hasAttribute("data-reveal")) button.hidden = open;
}

document.querySelectorAll("button[aria-controls]").forEach((button) => {
  button.addEventListener("click", () => setOpen(button, button.getAttribute("aria-expanded") !== "true"));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll('.burger[aria-expanded="true"], .chat-launcher[aria-expanded="true"]').forEach((button) => {
    setOpen(button, false);
    button.focus();
  });
});

// Consent: asked once, remembered in a cookie, opened again from the footer.
const banner = document.getElementById("consent");

function remember(choice) {
  document.cookie = `${CONSENT_COOKIE}=${choice}; Max-Age=${CONSENT_SECONDS}; Path=/; SameSite=Lax`;
  banner.hidden = true;
}

banner.hidden = document.cookie.split("; ").some((part) => part.startsWith(`${CONSENT_COOKIE}=`));
banner.querySelectorAll("[data-consent]").forEach((button) => {
  button.addEventListener("click", () => remember(button.dataset.consent));
});
document.getElementById("consent-settings").addEventListener("submit", (event) => {
  event.preventDefault();
  const chosen = [...event.target.querySelectorAll("input[name]:checked")].map((box) => box.name);
  remember(["necessary", ...chosen].join("+"));
});
document.querySelectorAll("[data-consent-open]").forEach((button) => {
  button.addEventListener("click", () => { banner.hidden = false; });
});

// Chat: the window takes a message and answers with a line of its own; nothing leaves the page.
const chat = document.getElementById("chat-window");
if (chat) {
  const log = chat.querySelector(".chat-log");
  const say = (text, own) => {
    const line = document.createElement("p");
    line.className = own ? "chat-line own" : "chat-line";
    line.textContent = text;
    log.append(line);
    log.scrollTop = log.scrollHeight;
  };
  const launcher = document.querySelector(".chat-launcher");
  chat.querySelector("[data-chat-close]").addEventListener("click", () => {
    setOpen(launcher, false);
    launcher.focus();
  });
  chat.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const field = event.target.elements.message;
    if (!field.value.trim()) return;
    say(field.value.trim(), true);
    say(chat.dataset.answer, false);
    field.value = "";
  });
}
