"""Everything the page of one version tells: how far it is, who has approved, who is missing."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from organisering.models import Aftaleversion, Organisation, Partsgodkendelse
from organisering.queries.parter import laes_parter, partsnoegle
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.historik import Aendring, Historiklinje, historik_for, hvem

_PAUSE = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Versionsside:
    """`parter` is empty until the version is sent, and for one whose parties are not noted one by one."""

    parter: list[Partsgodkendelse]
    modtagere: list[Organisation]

    @property
    def godkendt(self) -> int:
        return sum(part.godkendt_den is not None for part in self.parter)

    @property
    def mangler(self) -> list[Organisation]:
        return [part.organisation for part in self.parter if part.godkendt_den is None]

    @property
    def alle_har_godkendt(self) -> bool:
        return bool(self.parter) and not self.mangler


def laes_aftaleversion(version: Aftaleversion) -> Versionsside:
    """Read a version's answers with the region first; for a draft also those it will be sent to."""
    return Versionsside(
        parter=laes_godkendelser(version),
        modtagere=laes_parter(version.aftale) if version.tilstand == Aftaleversion.Tilstand.UDKAST else [],
    )


def laes_godkendelser(version: Aftaleversion) -> list[Partsgodkendelse]:
    """The parties' answers in the order the parties are named, in one query."""
    return sorted(
        version.partsgodkendelser.select_related("organisation"), key=lambda part: partsnoegle(part.organisation)
    )


def laes_versionshistorik(version: Aftaleversion) -> list[Historiklinje]:
    """The version's own changes and its parties' answers, newest first; answers saved together are one line."""
    linjer = [*historik_for(version), *_svarhistorik(version)]
    return sorted(linjer, key=lambda linje: linje.hvornaar, reverse=True)


def _svarhistorik(version: Aftaleversion) -> list[Historiklinje]:
    raekker = (
        Partsgodkendelse.historik.filter(aftaleversion_id=version.pk)
        .select_related("history_user", "organisation")
        .order_by("history_id")
    )
    foer: dict[int, str] = {}
    linjer: list[Historiklinje] = []
    for raekke in raekker:
        tidligere, svar = foer.get(raekke.id, ""), _svar(raekke)
        foer[raekke.id] = svar
        if tidligere == svar:
            continue
        linje = Historiklinje(
            hvornaar=raekke.history_date,
            hvem=hvem(raekke.history_user),
            hvorfor=raekke.history_change_reason or "",
            haendelse="ændret",
            version=raekke.version,
            aendringer=(Aendring(str(raekke.organisation), tidligere, svar),),
        )
        if linjer and _samme_akt(linjer[-1], linje):
            linje = replace(linje, aendringer=(*linjer.pop().aendringer, *linje.aendringer))
        linjer.append(linje)
    return linjer


def _samme_akt(foer: Historiklinje, efter: Historiklinje) -> bool:
    return (foer.hvem, foer.hvorfor) == (efter.hvem, efter.hvorfor) and efter.hvornaar - foer.hvornaar < _PAUSE


def _svar(raekke: Any) -> str:
    dele = [dato(raekke.godkendt_den), raekke.godkendt_af, raekke.journalnummer, raekke.bemaerkning]
    return ", ".join(del_ for del_ in dele if del_)
