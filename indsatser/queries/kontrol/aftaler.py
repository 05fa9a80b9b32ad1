"""Agreements and papers that have passed the date on which they were to be looked at again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Q

from indsatser.models import Indsats
from indsatser.queries.kontrol.fund import Fund, Fundslags
from indsatser.queries.kontrol.grundlag import Grundlag
from organisering.models import Aftale, Dokument
from sundhedsaftale.faelles.dansk import dato

UDLOEBET = Fundslags("aftale-udloebet", "Aftaler over deres tid", "Aftalen gælder ikke længere, og den løber videre.")
REVISION = Fundslags("dokument", "Dokumenter over næste revision", "Dokumentet skulle være set igennem.")


def laes_udloebne(grundlag: Grundlag) -> Iterable[Fund]:
    """Agreements past their last day that nothing succeeds, or whose initiatives still run. Two queries."""
    udloebne = [et for et in grundlag.aftaler if et.gyldig_til is not None and et.gyldig_til < grundlag.dag]
    if not udloebne:
        return
    aflost = set(Aftale.objects.filter(forgaenger__in=udloebne).order_by().values_list("forgaenger", flat=True))
    loebende = Counter(Indsats.objects.filter(aftale__in=udloebne).aktive().order_by().values_list("aftale", flat=True))
    for aftale in udloebne:
        dele = [f"Aftalen gjaldt til {dato(aftale.gyldig_til)}."]
        if aftale.pk not in aflost:
            dele.append("Ingen aftale afløser den.")
        if antal := loebende[aftale.pk]:
            dele.append(f"{antal} {'indsats' if antal == 1 else 'indsatser'} løber stadig.")
        if len(dele) > 1:
            noegle, url = str(aftale.pk), aftale.get_absolute_url()
            yield Fund(UDLOEBET, aftale.pk, noegle, str(aftale), " ".join(dele), url, "Se aftalen")


def laes_dokumentfund(grundlag: Grundlag) -> Iterable[Fund]:
    """Papers of the agreement, of its bodies or of its initiatives."""
    organer = grundlag.organer
    indsatsers = _indsatsernes(grundlag)
    egne = Q(aftale__in=grundlag.aftaler) | Q(organ__in=organer) | Q(pk__in=indsatsers)
    for dokument in Dokument.objects.filter(egne, naeste_revision__lt=grundlag.dag).order_by(
        "naeste_revision", "titel"
    ):
        saetning = f"{dokument.get_slags_display()}: næste revision var {dato(dokument.naeste_revision)}."
        hos = {dokument.aftale_id, *organer.get(dokument.organ_id or 0, ()), *indsatsers.get(dokument.pk, ())}
        for aftale in grundlag.aftaler:
            if aftale.pk in hos:
                yield Fund(
                    REVISION,
                    aftale.pk,
                    str(dokument.pk),
                    str(dokument),
                    saetning,
                    dokument.get_absolute_url(),
                    "Se dokumentet",
                )


def _indsatsernes(grundlag: Grundlag) -> Mapping[int, set[int]]:
    """The agreements of the running initiatives that each paper belongs to, by paper."""
    hos: dict[int, set[int]] = defaultdict(set)
    par = Indsats.objects.filter(aftale__in=grundlag.aftaler, dokumenter__isnull=False).aktive().order_by()
    for dokument, aftale in par.values_list("dokumenter", "aftale").distinct():
        hos[dokument].add(aftale)
    return hos
