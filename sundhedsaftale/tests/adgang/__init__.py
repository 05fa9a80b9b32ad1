"""What each role is answered at each URL and method, one file for each room."""

from sundhedsaftale.tests.adgang import (
    aftaledele,
    aftaler,
    gitter,
    indlaesning,
    indsatser,
    indsatsside,
    konto,
    kontrol,
    maal,
    moeder,
    opgaveoverdragelser,
    organer,
    puljer,
    rapportering,
    tid,
    uplacerede,
)

TABEL = [
    *rapportering.RAEKKER,
    *aftaler.RAEKKER,
    *organer.RAEKKER,
    *moeder.RAEKKER,
    *indsatser.RAEKKER,
    *indsatsside.RAEKKER,
    *aftaledele.RAEKKER,
    *indlaesning.RAEKKER,
    *uplacerede.RAEKKER,
    *tid.RAEKKER,
    *gitter.RAEKKER,
    *puljer.RAEKKER,
    *opgaveoverdragelser.RAEKKER,
    *maal.RAEKKER,
    *kontrol.RAEKKER,
    *konto.RAEKKER,
]
