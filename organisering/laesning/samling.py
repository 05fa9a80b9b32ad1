"""Several mentions of people put together to one row for each."""

from collections.abc import Iterable

from organisering.laesning.dele import LaestDeltager
from organisering.laesning.navne import navnenoegle


def saml(personer: Iterable[LaestDeltager]) -> list[LaestDeltager]:
    """One row for each person, however many lists name them; later lists fill what the earlier left empty."""
    samlet: dict[str, LaestDeltager] = {}
    for person in personer:
        noegle = navnenoegle(person.navn)
        foer = samlet.get(noegle)
        samlet[noegle] = person if foer is None else _flet(foer, person)
    return list(samlet.values())


def _flet(foer: LaestDeltager, ny: LaestDeltager) -> LaestDeltager:
    return LaestDeltager(
        navn=foer.navn,
        titel=_begge(foer.titel, ny.titel),
        rolle=_begge(foer.rolle, ny.rolle),
        parti=_begge(foer.parti, ny.parti),
        organisation=_begge(foer.organisation, ny.organisation),
        fremmoede=ny.fremmoede if foer.fremmoede in ("", "til_stede") and ny.fremmoede else foer.fremmoede,
        suppleant_for=foer.suppleant_for or ny.suppleant_for,
    )


def _begge(foer: str, ny: str) -> str:
    return ", ".join(dict.fromkeys(filter(None, (foer, ny))))
