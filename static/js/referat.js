"use strict";

// Short cuts on the page of the minutes; without script the fields are filled in by hand.
document.querySelectorAll("[data-ordknapper]").forEach((knapper) => {
    const felt = document.getElementById(knapper.dataset.ordknapper);
    knapper.hidden = false;
    knapper.addEventListener("click", (haendelse) => {
        const knap = haendelse.target.closest("button");
        if (!knap) {
            return;
        }
        const skrevet = felt.value.trimEnd();
        felt.value = skrevet ? `${skrevet}\n${knap.textContent}` : knap.textContent;
        felt.dispatchEvent(new Event("input", { bubbles: true }));
        felt.focus();
    });
});

document.querySelectorAll("[data-marker-resten]").forEach((knap) => {
    knap.addEventListener("click", (haendelse) => {
        haendelse.preventDefault();
        knap.form.querySelectorAll("select[data-resten]").forEach((valg) => {
            valg.value = valg.value || "til_stede";
        });
        knap.form.dispatchEvent(new Event("input"));
        knap.form.requestSubmit();
    });
});
