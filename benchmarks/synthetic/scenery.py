"""Words that fill the documents: sites, bodies, nameless sources, sentences of scenery."""

from synthetic.grammar import Words, synonyms, wordings

SITES: tuple[Words, ...] = (
    synonyms("the grain terminal|the grain port", "le terminal céréalier|le port céréalier"),
    synonyms("the refinery|the oil refinery", "la raffinerie|la raffinerie de pétrole"),
    synonyms("the power station|the power plant", "la centrale électrique|la centrale"),
    synonyms("the freight yard|the goods yard", "la gare de fret|la gare de marchandises"),
    synonyms("the chemical works|the chemical plant", "l'usine chimique|l'usine de chimie"),
    synonyms("the fish market|the fish hall", "le marché aux poissons|la halle aux poissons"),
    synonyms("the steelworks|the steel mill", "l'aciérie|l'usine sidérurgique"),
    synonyms("the cold store|the cold warehouse", "l'entrepôt frigorifique"),
)

BODIES = (
    ("the {} Harbour Authority", "l'Autorité portuaire de {}"),
    ("the {} Safety Board", "le Bureau de la sécurité de {}"),
    ("the {} Water Council", "le Conseil de l'eau de {}"),
    ("the {} Fire Brigade", "la Brigade des pompiers de {}"),
    ("the {} Health Office", "l'Office de la santé de {}"),
    ("the {} Chamber of Trade", "la Chambre du commerce de {}"),
)
"""Invented bodies; the brace takes a place."""

UNNAMED = (
    ("two {} officials", "deux responsables {}"),
    ("{} diplomats", "des diplomates {}"),
    ("three dock workers", "trois dockers"),
    ("several residents", "plusieurs riverains"),
    ("sources close to the inquiry", "des sources proches de l'enquête"),
    ("two union representatives", "deux délégués syndicaux"),
    ("{} army officers", "des officiers {}"),
    ("local traders", "des commerçants du quartier"),
)
"""Sources without a name; the brace takes the adjective of a state."""

HOURS: tuple[Words, ...] = (
    synonyms("at dawn|at first light|at daybreak", "à l'aube|au petit jour|au lever du jour"),
    synonyms("around noon|at midday|towards noon", "vers midi|à la mi-journée|autour de midi"),
    synonyms("in the afternoon|during the afternoon", "dans l'après-midi|l'après-midi"),
    synonyms("at night|after dark|late at night", "dans la nuit|à la nuit tombée|de nuit"),
)
"""Times of the day; those of one row say the same."""

EPITHETS: tuple[Words, ...] = (
    synonyms("a border town|a town on the border", "ville frontalière|ville de frontière"),
    synonyms("a fishing port|a port of fishermen", "port de pêche|port de pêcheurs"),
    synonyms("a spa town|a town of hot springs", "ville thermale|ville d'eaux"),
    synonyms("a mining town|a town of miners", "ville minière|cité minière"),
    synonyms("a market town|a town of markets", "bourg marchand|ville de foires"),
    synonyms("a university town|a town of students", "ville universitaire|ville étudiante"),
    synonyms("a railway junction|a railway hub", "nœud ferroviaire|carrefour ferroviaire"),
    synonyms("a seaside resort|a resort by the sea", "station balnéaire|ville balnéaire"),
)
"""What a town is known for."""

TAILS: tuple[Words, ...] = (
    synonyms("and we have the papers to prove it", "et nous avons les papiers qui le prouvent"),
    synonyms("and nobody warned us", "et personne ne nous a prévenus"),
    synonyms("and it will not be the last time", "et ce ne sera pas la dernière fois"),
    synonyms("and the bill will be long", "et la facture sera longue"),
    synonyms("and everybody here knows it", "et tout le monde ici le sait"),
)
"""What goes on behind the cue in a quotation that is cut in two."""


LEADS: Words = {
    "en": (
        *("to the surprise of many", "after days of rumours", "as winter set in"),
        *("in a further development", "without any warning", "for the second time in a year"),
        *("in the early hours", "despite earlier promises", "as had long been feared"),
        *("far from the cameras", "to little notice at first", "in the midst of the holidays"),
    ),
    "fr": (
        *("à la surprise générale", "après des jours de rumeurs", "à l'approche de l'hiver"),
        *("nouveau rebondissement", "sans le moindre avertissement", "aux premières heures"),
        *("pour la deuxième fois en un an", "malgré les promesses faites", "loin des caméras"),
        *("comme on le craignait depuis longtemps", "en pleine période de vacances"),
    ),
}
"""What a sentence may begin with."""

COLOURS: tuple[Words, ...] = (
    {
        "en": wordings("""
            [Traffic|The traffic] on the road to {place} [was slow|crawled] for {n} minutes {date};
            {date}, [drivers|motorists] [waited|queued] {n} minutes on the [way|road] into {place}
        """),
        "fr": wordings("""
            la circulation vers {place} est restée [lente|difficile] pendant {n} minutes {date};
            {date}, les [automobilistes|conducteurs] ont [attendu|patienté] {n} minutes à l'entrée
                de {place}
        """),
    },
    {
        "en": wordings("""
            [Rain|Heavy rain] [kept|held] {n} [market traders|stallholders] away from {place}
                {date};
            at the market of {place}, {n} stalls stayed [empty|shut] in the rain {date}
        """),
        "fr": wordings("""
            la pluie a tenu {n} [marchands|vendeurs] à l'écart de {place} {date};
            au marché de {place}, {n} étals sont restés [vides|fermés] sous la pluie {date}
        """),
    },
    {
        "en": wordings("""
            {firm} [employs|has] {n} [people|workers] in the [district|area] around {place};
            [Among|Of] the {n} [workers|employees] of {firm} in the region, many live in {place}
        """),
        "fr": wordings("""
            {firm} [emploie|compte] {n} [personnes|salariés] dans la région de {place};
            parmi les {n} [salariés|employés] de {firm} dans la région, beaucoup habitent {place}
        """),
    },
    {
        "en": wordings("""
            [Trade|Commerce] between {actor} and {partner} [grew|rose] by {n} million euros last
                year;
            {actor} and {partner} [traded|exchanged] goods worth {n} million euros more than the
                year before
        """),
        "fr": wordings("""
            le commerce entre {actor} et {partner} a [progressé|augmenté] de {n} millions d'euros
                l'an dernier;
            {actor} et {partner} ont échangé pour {n} millions d'euros de biens de plus que l'année
                précédente
        """),
    },
    {
        "en": wordings("""
            {site} was [built|opened] {n} years ago and [repaired|renovated] twice;
            [Built|Opened] {n} years ago, {site} has been [repaired|renovated] twice
        """),
        "fr": wordings("""
            {site} existe depuis {n} ans et a connu deux [réparations|rénovations];
            depuis {n} ans, {site} a connu deux [réparations|rénovations]
        """),
    },
    {
        "en": wordings("""
            The [council|town council] of {place} [meets|sits] again in {n} days;
            In {n} days the [councillors|elected members] of {place} [meet|sit] again
        """),
        "fr": wordings("""
            le conseil municipal de {place} se [réunit|retrouve] dans {n} jours;
            dans {n} jours, les [élus|conseillers] de {place} se [réunissent|retrouvent]
        """),
    },
    {
        "en": wordings("""
            [A crowd|A group] of {n} [onlookers|passers-by] [gathered|stood] outside {site} {date};
            {date}, {n} [onlookers|curious people] [stood|waited] in front of {site}
        """),
        "fr": wordings("""
            un groupe de {n} [curieux|passants] s'est [formé|rassemblé] devant {site} {date};
            {date}, {n} [curieux|badauds] [attendaient|patientaient] devant {site}
        """),
    },
    {
        "en": wordings("""
            The [bridge|footbridge] at {place} is {n} metres long and [dates from|goes back to] the
                last century;
            [For|Over] {n} metres, a [bridge|footbridge] of the last century crosses the valley at
                {place}
        """),
        "fr": wordings("""
            le pont de {place} mesure {n} mètres et [date|est] du siècle dernier;
            sur {n} mètres, un [pont|viaduc] du siècle dernier [franchit|enjambe] la vallée à
                {place}
        """),
    },
    {
        "en": wordings("""
            A [similar|comparable] case had [occupied|kept busy] the courts of {actor} for {n}
                weeks;
            The courts of {actor} had [spent|needed] {n} weeks on a [similar|comparable] case
        """),
        "fr": wordings("""
            une affaire [semblable|comparable] avait occupé les tribunaux de {actor} pendant {n}
                semaines;
            les tribunaux de {actor} avaient consacré {n} semaines à une affaire
                [semblable|comparable]
        """),
    },
    {
        "en": wordings("""
            [Hotels|The hotels] in {place} [took in|lodged] {n} guests {date};
            in the hotels of {place}, {n} guests [slept|stayed] {date}
        """),
        "fr": wordings("""
            les hôtels de {place} ont [accueilli|logé] {n} clients {date};
            dans les hôtels de {place}, {n} clients ont [dormi|logé] {date}
        """),
    },
    {
        "en": wordings("""
            [Schools|The schools] in {place} [reopen|open again] after a break of {n} days;
            After {n} days, [pupils|children] in {place} [return|go back] to school
        """),
        "fr": wordings("""
            les écoles de {place} [rouvrent|reprennent] après une pause de {n} jours;
            après {n} jours, les [élèves|enfants] de {place} retournent en classe
        """),
    },
    {
        "en": wordings("""
            [Shares|The shares] of {firm} [lost|shed] {n} cents {date};
            {date}, {firm} [closed|ended the day] {n} cents [lower|down] on the exchange
        """),
        "fr": wordings("""
            l'action de {firm} a [perdu|cédé] {n} centimes {date};
            {date}, {firm} a [fini|clôturé] en baisse de {n} centimes à la Bourse
        """),
    },
)
