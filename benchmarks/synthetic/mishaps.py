"""What befalls people: accidents and disasters; see `synthetic.kinds`."""

from synthetic.grammar import synonyms, wordings
from synthetic.kinds import NOTHING, Kind

MISHAPS = (
    Kind(  # an explosion
        *(3, 90),
        things=(
            synonyms("lorries|trucks", "camions|poids lourds"),
            synonyms("fuel tanks|storage tanks", "réservoirs de carburant|réservoirs"),
            synonyms("fishing boats|trawlers", "bateaux de pêche|chalutiers"),
            synonyms("railway wagons|freight wagons", "wagons de fret|wagons"),
        ),
        causes=NOTHING,
        told={
            "en": wordings("""
                [an explosion|a blast] at {site} in {place} [destroyed|wrecked] {n} {thing} {date};
                [in all|a total of] {n} {thing} were [destroyed|wrecked|burnt out] {date} [when|as]
                    {site} in {place} [blew up|exploded];
                {date}, [an explosion|a blast] [ripped|tore] through {site} in {place} and
                    [destroyed|wrecked] {n} {thing};
                {site} in {place} [lost|was robbed of] {n} {thing} in [an explosion|a blast] {date}
            """),
            "fr": wordings("""
                une [explosion|déflagration] [dans l'enceinte|au cœur] de {site} de {place} a
                    [détruit|anéanti] {n} {thing} {date};
                {date}, une [explosion|déflagration] a [secoué|ravagé] {site} de {place} et
                    [détruit|anéanti] {n} {thing};
                [au total|en tout], {n} {thing} ont [brûlé|péri] {date} dans [l'explosion|la
                    déflagration] qui a [secoué|ravagé] {site} de {place};
                {site} de {place} a perdu {n} {thing} dans une [explosion|déflagration] {date}
            """),
        },
        denied={
            "en": wordings("""
                no [explosion|blast] at {site} in {place} [destroyed|wrecked] {n} {thing} {date};
                {site} in {place} did not lose {n} {thing} in [an explosion|a blast] {date}
            """),
            "fr": wordings("""
                aucune [explosion|déflagration] n'a [détruit|anéanti] {n} {thing} [dans
                    l'enceinte|au cœur] de {site} de {place} {date};
                {site} de {place} n'a pas perdu {n} {thing} dans une [explosion|déflagration]
                    {date}
            """),
        },
        heads={
            "en": wordings("""
                [Explosion|Blast] [destroys|wrecks] {n} {thing} in {place}
            """),
            "fr": wordings("""
                Une [explosion|déflagration] détruit {n} {thing} à {place}
            """),
        },
    ),
    Kind(  # an accident
        *(3, 120),
        things=(
            synonyms("passengers|travellers", "passagers|voyageurs"),
            synonyms("pilgrims", "pèlerins"),
            synonyms("tourists|holidaymakers", "touristes|vacanciers"),
        ),
        causes=(
            synonyms("a pier|a jetty", "une jetée|un môle"),
            synonyms("a tanker|an oil tanker", "un pétrolier|un navire-citerne"),
            synonyms("a rock|a reef", "un rocher|un récif"),
        ),
        told={
            "en": wordings("""
                [in all|a total of] {n} {thing} were [injured|hurt] {date} when a [ferry|passenger
                    boat] [hit|struck|rammed] {cause} off {place};
                a [ferry|passenger boat] [hit|struck|ran into] {cause} off {place} {date},
                    [injuring|hurting] {n} {thing};
                {date}, a [collision|crash] [between a ferry and|of a ferry with] {cause} left {n}
                    {thing} [injured|with injuries] off {place};
                off {place}, {n} {thing} [suffered injuries|were injured] {date} aboard a
                    [ferry|passenger boat] that had [struck|rammed] {cause}
            """),
            "fr": wordings("""
                [au total|en tout], {n} {thing} ont été blessés {date} lorsqu'un [ferry|bac] a
                    [heurté|percuté] {cause} au large de {place};
                un [ferry|bac] a [heurté|percuté] {cause} au large de {place} {date},
                    [blessant|faisant des blessés parmi] {n} {thing};
                {date}, la [collision|rencontre] d'un [ferry|bac] avec {cause} a [blessé|meurtri]
                    {n} {thing} au large de {place};
                au large de {place}, {n} {thing} ont [subi des blessures|été blessés] {date} à bord
                    d'un [ferry|bac] qui [venait de heurter|avait percuté] {cause}
            """),
        },
        denied={
            "en": wordings("""
                no [ferry|passenger boat] [hit|struck] {cause} off {place} {date} and
                    [injured|hurt] {n} {thing}
            """),
            "fr": wordings("""
                aucun [ferry|bac] n'a [heurté|percuté] {cause} au large de {place} {date} et blessé
                    {n} {thing}
            """),
        },
        heads={
            "en": wordings("""
                {n} {thing} [injured|hurt] in ferry accident off {place}
            """),
            "fr": wordings("""
                {n} {thing} blessés dans un accident de [ferry|bac] au large de {place}
            """),
        },
    ),
    Kind(  # a power cut
        *(400, 90000),
        things=(synonyms("homes|households", "foyers|ménages"),),
        causes=(
            synonyms("a storm|gales", "une tempête|un coup de vent"),
            synonyms("a fire at a substation|a substation fire", "l'incendie d'un transformateur"),
            synonyms("a broken cable|a severed cable", "une rupture de câble"),
        ),
        told={
            "en": wordings("""
                [in all|a total of] {n} {thing} in {place} were [left without electricity|cut off
                    from the grid] by {cause} {date};
                {cause} [cut off power to|plunged into darkness] {n} {thing} in {place} {date};
                {date}, the [lights went out|power failed] in {n} {thing} in {place} [because of|as
                    a result of] {cause};
                {place} had {n} {thing} [without power|in the dark] {date} [after|owing to] {cause}
            """),
            "fr": wordings("""
                [au total|en tout], {n} {thing} de {place} ont été [privés d'électricité|plongés
                    dans le noir] par {cause} {date};
                {cause} a [coupé le courant|coupé l'électricité] à {n} {thing} de {place} {date};
                {date}, [le courant|l'électricité] a manqué à {n} {thing} de {place} [en raison
                    de|à cause de] {cause};
                {place} a compté {n} {thing} [sans courant|dans l'obscurité] {date} [à la suite
                    de|après] {cause}
            """),
        },
        denied={
            "en": wordings("""
                {cause} did not [cut off power to|black out] {n} {thing} in {place} {date}
            """),
            "fr": wordings("""
                {cause} n'a pas coupé [le courant|l'électricité] à {n} {thing} de {place} {date}
            """),
        },
        heads={
            "en": wordings("""
                {n} {thing} [without power|in the dark] in {place}
            """),
            "fr": wordings("""
                {n} {thing} [sans courant|dans le noir] à {place}
            """),
        },
    ),
    Kind(  # an evacuation
        *(30, 12000),
        things=(synonyms("residents|inhabitants", "habitants|riverains"),),
        causes=(
            synonyms("a gas leak|leaking gas", "une fuite de gaz"),
            synonyms("a flood|rising flood water", "une crue|une inondation"),
            synonyms("a forest fire|a wildfire", "un feu de forêt|un incendie de forêt"),
            synonyms("a landslide|a mudslide", "un glissement de terrain|une coulée de boue"),
        ),
        told={
            "en": wordings("""
                [in all|a total of] {n} {thing} of {place} were [evacuated|moved to safety] {date}
                    [because of|on account of] {cause};
                rescuers [evacuated|brought out] {n} {thing} from {place} {date} [after|because of]
                    {cause};
                {date}, {cause} [forced|obliged] {n} {thing} to [leave|flee] {place};
                {place} was [emptied|cleared] of {n} {thing} {date} as a [result|consequence] of
                    {cause}
            """),
            "fr": wordings("""
                [au total|en tout], {n} {thing} de {place} ont été [évacués|mis à l'abri] {date}
                    [en raison de|à cause de] {cause};
                les secours ont [évacué|mis à l'abri] {n} {thing} de {place} {date} [après|à la
                    suite de] {cause};
                {date}, {cause} a [forcé|contraint] {n} {thing} à [quitter|fuir] {place};
                {place} a vu partir {n} {thing} {date} [en conséquence|par suite] de {cause}
            """),
        },
        denied={
            "en": wordings("""
                rescuers did not [evacuate|bring out] {n} {thing} from {place} {date} because of
                    {cause}
            """),
            "fr": wordings("""
                les secours n'ont pas [évacué|mis à l'abri] {n} {thing} de {place} {date} en raison
                    de {cause}
            """),
        },
        heads={
            "en": wordings("""
                {n} {thing} [evacuated|moved to safety] in {place}
            """),
            "fr": wordings("""
                {n} {thing} [évacués|mis à l'abri] à {place}
            """),
        },
    ),
    Kind(  # a spill
        *(20, 8000),
        things=(
            synonyms("tonnes of crude oil|tons of crude", "tonnes de pétrole brut|tonnes de brut"),
            synonyms("litres of diesel|litres of diesel fuel", "litres de gazole"),
            synonyms("cubic metres of sewage", "mètres cubes d'eaux usées"),
        ),
        causes=(
            synonyms("the bay|the harbour", "la baie|la rade"),
            synonyms("the river|the stream", "la rivière|le fleuve"),
            synonyms("the canal|the waterway", "le canal|la voie d'eau"),
        ),
        told={
            "en": wordings("""
                [in all|a total of] {n} {thing} [leaked|spilled|escaped] from {site} into {cause}
                    at {place} {date};
                a [broken valve|burst pipe] at {site} [let|spilled] {n} {thing} [run into|into]
                    {cause} at {place} {date};
                {date}, {cause} at {place} [was polluted|was fouled] by {n} {thing} from {site};
                {site} [discharged|released] {n} {thing} into {cause} at {place} {date}
            """),
            "fr": wordings("""
                [au total|en tout], {n} {thing} en provenance de {site} ont [gagné|pollué|souillé]
                    {cause} à {place} {date};
                une [vanne|conduite] défectueuse de {site} a [laissé fuir|libéré] {n} {thing} vers
                    {cause} à {place} {date};
                {date}, {site} a [pollué|souillé] {cause} à {place} avec {n} {thing};
                {site} a [rejeté|déversé] {n} {thing} vers {cause} à {place} {date}
            """),
        },
        denied={
            "en": wordings("""
                {site} [did not discharge|never released] {n} {thing} into {cause} at {place}
                    {date}
            """),
            "fr": wordings("""
                {site} n'a [pas|jamais] [rejeté|déversé] {n} {thing} vers {cause} à {place} {date}
            """),
        },
        heads={
            "en": wordings("""
                {n} {thing} [leak|spill] into {cause} at {place}
            """),
            "fr": wordings("""
                {n} {thing} [polluent|souillent] {cause} à {place}
            """),
        },
    ),
    Kind(  # an illness
        *(5, 400),
        things=(
            synonyms("pupils|schoolchildren", "élèves|écoliers"),
            synonyms("factory workers|workers", "ouvriers"),
        ),
        causes=(
            synonyms("tap water|drinking water", "l'eau du robinet|l'eau courante"),
            synonyms("a canteen meal|a meal in the canteen", "un repas de cantine"),
            synonyms("spoilt milk|milk gone bad", "le lait avarié"),
        ),
        told={
            "en": wordings("""
                [in all|a total of] {n} {thing} fell ill in {place} {date} [because of|after taking
                    in] {cause};
                {cause} [made|left] {n} {thing} [ill|sick] in {place} {date};
                {date}, {n} {thing} from {place} were [taken to hospital|treated by doctors]
                    [poisoned by|on account of] {cause};
                doctors in {place} [treated|saw] {n} {thing} {date} [poisoned|sickened] by {cause}
            """),
            "fr": wordings("""
                [au total|en tout], {n} {thing} ont [souffert de nausées|eu des malaises] à {place}
                    {date} à cause de {cause};
                {cause} a rendu malades {n} {thing} à {place} {date};
                {date}, {n} {thing} de {place} ont été [hospitalisés|soignés] [à cause de|en raison
                    de] {cause};
                les médecins de {place} ont [soigné|traité] {n} {thing} {date}, et
                    [accusé|incriminé] {cause}
            """),
        },
        denied={
            "en": wordings("""
                {cause} did not make {n} {thing} [ill|sick] in {place} {date}
            """),
            "fr": wordings("""
                {cause} n'a pas rendu malades {n} {thing} à {place} {date}
            """),
        },
        heads={
            "en": wordings("""
                {n} {thing} [fall ill|sickened] in {place}
            """),
            "fr": wordings("""
                {n} {thing} malades à {place}
            """),
        },
    ),
)
