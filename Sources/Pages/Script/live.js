// Keeps the figures of an open page those of now.
//
// The server says that something has changed and whose it is, never how much: the page asks for its own content again, with the
// rights of then, and puts the parts in that differ. Without this module every page says of when it is and can be loaded again.

const fragment = globalThis.trustedTypes?.createPolicy("fragment", { createHTML: (text) => text })
    ?? { createHTML: (text) => text };
const isStill = matchMedia("(prefers-reduced-motion: reduce)");
const regions = () => Array.from(document.querySelectorAll("[data-live]"));

// What the page asks again.

let tag = null;
let isAsking = false;
let asksAgain = false;

async function refresh() {
    if (isAsking) {
        asksAgain = true;
        return;
    }
    isAsking = true;
    try {
        const address = new URL(location.href);
        address.hash = "";
        address.searchParams.set("part", "live");
        const answer = await fetch(address, {
            headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store", redirect: "manual",
        });
        if (answer.ok) {
            tag = answer.headers.get("ETag");
            put(await answer.text());
        } else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 404) {
            location.reload();
        } else if (answer.status !== 304) {
            setTimeout(refresh, 5000);
        }
    } catch {
        setTimeout(refresh, 5000);
    } finally {
        isAsking = false;
        if (asksAgain) {
            asksAgain = false;
            refresh();
        }
    }
}

const reachable = "a, button, summary, input, select, textarea";
const shown = new WeakMap();
const figures = (region) => Array.from(region.querySelectorAll(".figure"), (figure) => figure.textContent).join("|");

function put(text) {
    const fresh = new DOMParser().parseFromString(fragment.createHTML(text), "text/html");
    for (const region of regions()) {
        const next = fresh.getElementById(region.id);
        if (!next) {
            location.reload();
            return;
        }
        const text = next.outerHTML;
        if (text === shown.get(region)) continue;
        const active = document.activeElement;
        if (region.contains(active) && active.closest("form")) {
            waitFor(region);
            continue;
        }
        const focused = Array.from(region.querySelectorAll(reachable)).indexOf(active);
        const unfolded = Array.from(region.querySelectorAll("details"), (part) => part.open);
        // Of when the figures are may be another time though none of them has moved.
        const hasMoved = figures(next) !== figures(region);
        shown.set(next, text);
        region.replaceWith(document.adoptNode(next));
        next.querySelectorAll("details").forEach((part, place) => { part.open = unfolded[place] ?? part.open; });
        if (focused >= 0) next.querySelectorAll(reachable)[focused]?.focus({ preventScroll: true });
        if (hasMoved) mark(next);
        say(next.dataset.said);
    }
    slide();
}

// Nobody loses what he is writing, nor the button that he is about to press.
const awaited = new WeakSet();

function waitFor(region) {
    tag = null;
    if (awaited.has(region)) return;
    awaited.add(region);
    region.addEventListener("focusout", (event) => {
        if (region.contains(event.relatedTarget)) return;
        awaited.delete(region);
        setTimeout(refresh, 500);
    });
}

function mark(region) {
    if (isStill.matches) return;
    region.classList.add("moved");
    setTimeout(() => region.classList.remove("moved"), 2000);
}

// One polite line, at most every ten seconds.

let said = regions().map((region) => region.dataset.said).find((text) => text) ?? "";
let spoke = -Infinity;
let speaking = null;

function say(text) {
    if (!text || text === said) return;
    said = text;
    clearTimeout(speaking);
    speaking = setTimeout(() => {
        spoke = performance.now();
        const line = document.getElementById("live-said");
        if (line) line.textContent = said;
    }, Math.max(0, spoke + 10000 - performance.now()));
}

// Pausing.

let isPaused = false;
let hasMissed = false;
const pause = document.getElementById("live-pause");

if (pause && regions().length > 0) {
    pause.hidden = false;
    pause.addEventListener("click", () => {
        isPaused = !isPaused;
        pause.setAttribute("aria-pressed", String(isPaused));
        if (!isPaused && hasMissed) {
            hasMissed = false;
            refresh();
        }
    });
}

// Along the exact answers that the page holds; between them nothing is made up.

function slide() {
    const rows = document.querySelectorAll("#table-points tbody tr");
    const field = document.getElementById("field-deal");
    if (!field || rows.length < 2 || document.getElementById("live-slider")) return;
    const slider = document.createElement("input");
    const answer = document.createElement("output");
    Object.assign(slider, { type: "range", id: "live-slider", className: "control", min: 0, max: rows.length - 1, step: 1 });
    slider.setAttribute("aria-label", field.labels[0].textContent);
    slider.value = Math.floor(rows.length / 5);
    answer.htmlFor = slider.id;
    slider.addEventListener("input", () => {
        const [amount, gain] = Array.from(rows[slider.value].children, (cell) => cell.textContent.trim());
        field.value = amount;
        answer.value = `${amount}: ${gain}`;
        slider.setAttribute("aria-valuetext", answer.value);
    });
    field.form.append(slider, answer);
}

slide();

// What is heard.

function concerns(region, news) {
    const { people, period } = region.dataset;
    return (!news.people || people === "*" || news.people.includes(people))
        && (!news.periods || !period || news.periods.includes(period));
}

function hear(kind, news) {
    if (kind === "ended") {
        location.reload();
    } else if (kind !== "restart" && regions().some((region) => concerns(region, news))) {
        if (isPaused) {
            hasMissed = true;
        } else {
            // What concerns everybody is not asked by everybody at once.
            setTimeout(refresh, news.people ? 0 : Math.random() * 1000);
        }
    }
}

// One connection for all tabs of a browser, since a browser opens six to a host and each stream keeps one.

const others = "BroadcastChannel" in globalThis ? new BroadcastChannel("stimul-feed") : null;
let source = null;

function listen() {
    if (source) return;
    source = new EventSource("/feed");
    for (const kind of ["pay", "reload", "ended", "restart"]) {
        source.addEventListener(kind, (event) => {
            const news = JSON.parse(event.data || "{}");
            others?.postMessage({ kind, news });
            hear(kind, news);
        });
    }
    source.addEventListener("error", () => {
        // A browser comes back by itself unless it was refused.
        if (source?.readyState !== EventSource.CLOSED) return;
        source = null;
        setTimeout(listen, 20000 + Math.random() * 20000);
    });
}

function stop() {
    source?.close();
    source = null;
}

if (others && navigator.locks) {
    const began = performance.now();
    others.addEventListener("message", (event) => hear(event.data.kind, event.data.news));
    navigator.locks.request("stimul-feed", () => {
        listen();
        // Between the last listener and this one something may have happened.
        if (performance.now() - began > 1000 && regions().length > 0) refresh();
        return new Promise(() => {});
    });
} else {
    const turn = () => (document.hidden ? stop() : listen());
    document.addEventListener("visibilitychange", () => {
        turn();
        if (!document.hidden && regions().length > 0) refresh();
    });
    turn();
}
