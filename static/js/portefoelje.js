"use strict";

// Arrow keys move between the cells of a grid; Home and End go to the first and last year. Space and Enter are the browser's own.
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

    document.querySelectorAll("[data-gitter]").forEach((gitter) => {
        gitter.addEventListener("keydown", (tryk) => {
            const felt = tryk.target.closest(FELT);
            const kendt = tryk.key in SKRIDT || tryk.key === "Home" || tryk.key === "End";
            if (!felt || !kendt || tryk.ctrlKey || tryk.altKey || tryk.metaKey || tryk.shiftKey) {
                return;
            }
            tryk.preventDefault();
            const nabo = naboen(gitter, felt, tryk.key);
            if (nabo) {
                nabo.focus();
                nabo.scrollIntoView({ block: "nearest", inline: "nearest" });
            }
        });
    });
})();
