"use strict";

// The button says how many rows are chosen; without script it says how many were proposed.
document.querySelectorAll("[data-arkforslag]").forEach((form) => {
    const knap = form.querySelector("button[data-flertal]");
    const bokse = [...form.querySelectorAll("input[name=valg]")];
    const opdater = () => {
        const antal = bokse.filter((boks) => boks.checked).length;
        knap.textContent = antal === 1 ? knap.dataset.ental : knap.dataset.flertal.replace("{}", antal);
    };
    if (knap) {
        form.addEventListener("change", opdater);
        opdater();
    }
});
