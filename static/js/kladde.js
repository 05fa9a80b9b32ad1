"use strict";

// Drafts that save themselves: every form[data-kladde], each with its own status line (.kladde) inside. Whatever goes
// wrong, the text stays in the form and the line says so. With data-kladde="bliv" the buttons save and stay on the page.
document.querySelectorAll("form[data-kladde]").forEach((form) => {
    const bliver = form.dataset.kladde === "bliv";
    let skrevet = 0;
    let sendt = 0;
    let gemt = 0;
    let undervejs = false;
    let ventendeKnap = null;
    let forlader = false;

    const ugemt = () => skrevet > gemt;

    function sig(tekst, adresse) {
        const linje = form.querySelector(".kladde");
        const maerke = document.createElement("strong");
        maerke.textContent = "Kladden er ikke gemt.";
        linje.replaceChildren(maerke, ` ${tekst}`);
        linje.classList.add("kladde--fejl");
        if (adresse) {
            const henvisning = document.createElement("a");
            henvisning.href = adresse;
            henvisning.target = "_blank";
            henvisning.textContent = "Log ind i en ny fane";
            linje.append(" ", henvisning, " og kom tilbage hertil.");
        }
    }

    function sigLoggetUd() {
        sig("Du er logget ud. Teksten står her endnu.", form.dataset.login);
    }

    // The token changes at login; the cookie always holds the one that counts, and is gone with the login at the latest.
    function noegle() {
        const fundet = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
        return fundet ? fundet[1] : "";
    }

    function gem() {
        if (ugemt() && !undervejs) {
            htmx.trigger(form, "kladde");
        }
    }

    form.addEventListener("input", () => { skrevet += 1; });

    form.addEventListener("htmx:configRequest", (haendelse) => {
        haendelse.detail.headers["X-CSRFToken"] = noegle();
        delete haendelse.detail.parameters.csrfmiddlewaretoken;
    });

    form.addEventListener("htmx:beforeSend", () => {
        undervejs = true;
        sendt = skrevet;
    });

    // An expired login answers with the way to the login page; going there would leave the text behind.
    form.addEventListener("htmx:beforeOnLoad", (haendelse) => {
        if (haendelse.detail.xhr.getResponseHeader("HX-Redirect")) {
            haendelse.preventDefault();
            sigLoggetUd();
        }
    });

    form.addEventListener("htmx:responseError", (haendelse) => {
        haendelse.stopPropagation();
        const kode = haendelse.detail.xhr.status;
        if (kode === 403 && !noegle()) {
            sigLoggetUd();
        } else if (kode === 403 || kode === 404) {
            sig("Du har ikke længere adgang til at skrive her. Kopiér teksten, hvis du vil beholde den.");
        } else {
            sig("Noget gik galt i portalen. Teksten står her endnu. Prøv igen om lidt.");
        }
    });

    form.addEventListener("htmx:sendError", (haendelse) => {
        haendelse.stopPropagation();
        sig("Der er ingen forbindelse til portalen. Teksten står her endnu og bliver gemt, når forbindelsen er tilbage.");
    });

    form.addEventListener("htmx:afterRequest", (haendelse) => {
        const svar = haendelse.detail.xhr;
        undervejs = false;
        if (svar.status === 200) {
            gemt = sendt;
        }
        const knap = ventendeKnap;
        ventendeKnap = null;
        // With 409 and 422 the page itself answers best: both texts, or the error at its field.
        if (knap && (bliver ? [409, 422] : [200, 409, 422]).includes(svar.status)) {
            forlader = true;
            form.elements.csrfmiddlewaretoken.value = noegle();
            form.requestSubmit(knap);
        }
    });

    // A button waits for the save under way, so that it never meets its own draft as somebody else's.
    form.addEventListener("submit", (haendelse) => {
        if (forlader || (!bliver && !undervejs && !ugemt())) {
            forlader = true;
            form.elements.csrfmiddlewaretoken.value = noegle();
            return;
        }
        haendelse.preventDefault();
        ventendeKnap = haendelse.submitter;
        if (bliver && !undervejs) {
            htmx.trigger(form, "kladde");
        } else {
            gem();
        }
    });

    window.addEventListener("online", gem);
    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible") {
            gem();
        }
    });

    // Back from the history with the old page: what it holds is not what is stored.
    window.addEventListener("pageshow", (haendelse) => {
        if (haendelse.persisted) {
            forlader = false;
        }
    });

    window.addEventListener("beforeunload", (haendelse) => {
        if (!forlader && ugemt()) {
            haendelse.preventDefault();
        }
    });
});
