"use strict";

(() => {
    const besked = document.getElementById("besked");

    function sig(tekst) {
        const linje = document.createElement("p");
        linje.textContent = tekst;
        besked.replaceChildren(linje);
    }

    function goerKlar(del) {
        // With script the counter says how much is too much; the browser's own limit would cut pasted text silently.
        del.querySelectorAll(".form-limit [maxlength]").forEach((felt) => felt.removeAttribute("maxlength"));
        DKFDS.init({ scope: del });
    }

    function fokuser(del) {
        const maal = del.matches("[data-fokus]") ? del : del.querySelector("[data-fokus]");
        if (!maal) {
            return;
        }
        if (maal.tabIndex < 0) {
            maal.setAttribute("tabindex", "-1");
        }
        maal.focus();
    }

    goerKlar(document);

    document.querySelectorAll("[data-udskriv]").forEach((knap) => {
        knap.hidden = false;
        knap.addEventListener("click", () => window.print());
    });

    document.querySelectorAll("[data-menu]").forEach((knap) => {
        const menu = document.getElementById(knap.getAttribute("aria-controls"));
        if (!menu) {
            return;
        }
        knap.hidden = false;
        menu.classList.add("hovedmenu--foldet");
        knap.addEventListener("click", () => {
            const aaben = menu.classList.toggle("hovedmenu--foldet") === false;
            knap.setAttribute("aria-expanded", String(aaben));
        });
    });

    // The body itself is reported once at start and is already prepared.
    document.body.addEventListener("htmx:load", (haendelse) => {
        if (haendelse.target !== document.body) {
            goerKlar(haendelse.target);
        }
    });

    document.body.addEventListener("htmx:afterSettle", (haendelse) => fokuser(haendelse.target));

    document.body.addEventListener("htmx:beforeRequest", () => besked.replaceChildren());

    document.body.addEventListener("htmx:responseError", (haendelse) => {
        const kode = haendelse.detail.xhr.status;
        if (kode === 403) {
            sig("Ændringen er ikke gemt. Siden er for gammel, eller du har ikke adgang: genindlæs den.");
        } else if (kode === 404) {
            sig("Det findes ikke længere. Genindlæs siden.");
        } else {
            sig("Noget gik galt, og ændringen er ikke gemt. Prøv igen.");
        }
    });

    document.body.addEventListener("htmx:sendError", () => {
        sig("Der er ingen forbindelse til portalen. Ændringen er ikke gemt. Prøv igen.");
    });
})();
