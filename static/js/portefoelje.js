"use strict";

// The grid by keyboard: arrows, Home and End move between cells, X toggles as Space and Enter do, Ctrl+Z undoes.
// Sums follow the cells that change; the server is asked for the cell alone.
(() => {
    const FELT = "button.kryds, input.kryds-boks";
    const SKRIDT = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

    function raekker(gitter) {
        return [...gitter.querySelectorAll("tbody tr")]
            .map((raekke) => [...raekke.querySelectorAll(FELT)])
            .filter((felter) => felter.length > 0);
    }

    function naboen(gitter, felt, tast) {
        const alle = raekker(gitter);
        const y = alle.findIndex((raekke) => raekke.includes(felt));
        const x = alle[y].indexOf(felt);
        if (tast === "Home") {
            return alle[y][0];
        }
        if (tast === "End") {
            return alle[y][alle[y].length - 1];
        }
        const [ned, hen] = SKRIDT[tast];
        const raekke = alle[y + ned];
        return raekke && (ned ? raekke[Math.min(x, raekke.length - 1)] : raekke[x + hen]);
    }

    function tast(gitter, tryk) {
        const felt = tryk.target.closest(FELT);
        if ((tryk.ctrlKey || tryk.metaKey) && !tryk.shiftKey && !tryk.altKey && tryk.key.toLowerCase() === "z") {
            const knap = document.getElementById("fortryd-knap");
            // In a text field Ctrl+Z is the browser's own.
            if (knap && !tryk.target.matches("input:not([type=checkbox]), textarea")) {
                tryk.preventDefault();
                knap.click();
            }
            return;
        }
        if (!felt || tryk.ctrlKey || tryk.altKey || tryk.metaKey) {
            return;
        }
        if (tryk.key.toLowerCase() === "x") {
            tryk.preventDefault();
            felt.click();
            return;
        }
        if (tryk.shiftKey || !(tryk.key in SKRIDT || tryk.key === "Home" || tryk.key === "End")) {
            return;
        }
        tryk.preventDefault();
        const nabo = naboen(gitter, felt, tryk.key);
        if (nabo) {
            nabo.focus();
            nabo.scrollIntoView({ block: "nearest", inline: "nearest" });
        }
    }

    function laeg(id, forskel) {
        const sum = document.getElementById(id);
        if (sum) {
            sum.textContent = String(Number(sum.textContent) + forskel);
        }
    }

    function sat(knap) {
        return knap.getAttribute("aria-pressed") === "true" ? 1 : 0;
    }

    function foelgSummerne(knap, foer) {
        const forskel = sat(knap) - foer;
        const sted = knap.closest("[data-sted]").dataset.sted;
        const aar = knap.id.split("-")[1];
        const slags = knap.closest("tr").dataset.del;
        ["sd-" + sted + "-" + slags, "sa-" + sted, "st", "va-" + sted, "vt"].forEach((navn) => laeg(navn + "-" + aar, forskel));
    }

    document.querySelectorAll("[data-gitter]").forEach((gitter) => {
        const foer = new Map();
        document.addEventListener("keydown", (tryk) => {
            if (gitter.contains(tryk.target) || tryk.target === document.body) {
                tast(gitter, tryk);
            }
        });
        document.body.addEventListener("htmx:oobBeforeSwap", (skift) => {
            if (skift.detail.target.matches("button.kryds")) {
                foer.set(skift.detail.target.id, sat(skift.detail.target));
            }
        });
        document.body.addEventListener("htmx:afterRequest", () => {
            foer.forEach((stand, id) => foelgSummerne(document.getElementById(id), stand));
            foer.clear();
        });

        const valgte = gitter.querySelector("[data-valgte]");
        function tael() {
            if (valgte) {
                const antal = gitter.querySelectorAll("input[name=vaelg]:checked").length;
                valgte.textContent = antal === 1 ? "1 række valgt" : antal + " rækker valgt";
            }
        }
        gitter.querySelectorAll("[data-vaelg-alle]").forEach((alle) => {
            alle.hidden = !alle.closest("tbody").querySelector("input[name=vaelg]");
            alle.addEventListener("change", () => {
                alle.closest("tbody").querySelectorAll("input[name=vaelg]").forEach((boks) => {
                    boks.checked = alle.checked;
                });
                tael();
            });
        });
        gitter.addEventListener("change", tael);
        tael();

        // After an undo the address names the cell: go on from there.
        const felt = /^#c\d+-\d+$/.test(location.hash) && document.querySelector(location.hash);
        if (felt) {
            felt.focus();
        }
    });
})();
