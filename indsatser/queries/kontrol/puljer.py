"""Pools that do not close, and lines whose own years are others than the pool's."""

from collections.abc import Iterable

from indsatser.models import Pulje
from indsatser.queries.kontrol.fund import Fund, Fundslags
from indsatser.queries.kontrol.grundlag import Grundlag
from indsatser.queries.pulje import daekker, opgoer, periode, taeller

GAAR_IKKE_OP = Fundslags("pulje", "Puljer, der ikke går op", "Delene og det frie giver ikke puljens beløb.")
ANDET_AAR = Fundslags("puljelinje", "Linjer med et andet år", "Linjens år dækker ikke puljens år.")


def laes_puljefund(grundlag: Grundlag) -> Iterable[Fund]:
    """Two queries: pools and their lines."""
    for pulje in Pulje.objects.filter(aftale__in=grundlag.aftaler).prefetch_related("disponeringer"):
        linjer = pulje.disponeringer.all()
        opgoerelse, url = opgoer(pulje, linjer), pulje.get_absolute_url()
        if opgoerelse.er_fordelt and not opgoerelse.gaar_op:
            yield Fund(GAAR_IKKE_OP, pulje.aftale_id, str(pulje.pk), str(pulje), opgoerelse.dom, url, "Se puljen")
        for linje in linjer:
            if taeller(linje) and not daekker(linje, pulje.aar):
                saetning = f"Linjen gælder {periode(linje, pulje.aar)}, men står i {pulje}."
                yield Fund(ANDET_AAR, pulje.aftale_id, str(linje.pk), str(linje), saetning, url, "Se puljen")
