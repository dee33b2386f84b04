"""What people do: trade, law, protest; see `synthetic.kinds`."""

from synthetic.grammar import synonyms, wordings
from synthetic.kinds import NOTHING, Kind

AFFAIRS = (
    Kind(  # a delivery
        *(40, 9000),
        things=(
            synonyms("artillery shells|shells", "obus d'artillerie|obus"),
            synonyms("power generators|generators", "groupes électrogènes|générateurs"),
            synonyms("tonnes of wheat|tons of wheat", "tonnes de blé"),
            synonyms("drones|unmanned aircraft", "drones|appareils sans pilote"),
            synonyms("doses of vaccine|vaccine doses", "doses de vaccin"),
            synonyms("armoured vehicles|armoured cars", "véhicules blindés|blindés"),
        ),
        causes=NOTHING,
        told={
            "en": wordings("""
                {actor} [delivered|shipped|sent] {n} {thing} to {partner} [via|through] {place}
                    {date};
                {partner} [received|took delivery of|was given] {n} {thing} from {actor} {date},
                    [by way of|through|via] {place};
                {date}, {n} {thing} [sent by|supplied by|from] {actor} [reached|arrived in]
                    {partner} [by way of|through|via] {place};
                a [consignment|shipment|cargo] of {n} {thing} passed through {place} {date},
                    [bound|destined] for {partner} and [provided|supplied] by {actor}
            """),
            "fr": wordings("""
                {actor} a [livré|expédié|envoyé] {n} {thing} à {partner} [via|en passant par]
                    {place} {date};
                {partner} a [reçu|réceptionné|obtenu] {n} {thing} de {actor} {date}, [via|en
                    passant par] {place};
                {date}, {n} {thing} en provenance de {actor} ont [atteint|gagné|rejoint] {partner}
                    [via|en passant par] {place};
                une [cargaison|livraison] de {n} {thing} a traversé {place} {date} [à
                    destination|en direction] de {partner}, [aux frais|à l'initiative] de {actor}
            """),
        },
        denied={
            "en": wordings("""
                {actor} [never delivered|did not deliver|did not send] {n} {thing} to {partner}
                    [via|through] {place} {date};
                no [consignment|shipment] of {n} {thing} from {actor} to {partner} [passed|went]
                    through {place} {date}
            """),
            "fr": wordings("""
                {actor} n'a [pas|jamais] [livré|envoyé] {n} {thing} à {partner} via {place} {date};
                aucune [cargaison|livraison] de {n} {thing} de {actor} à {partner} n'a
                    [traversé|quitté] {place} {date}
            """),
        },
        heads={
            "en": wordings("""
                {actor} [ships|sends] {n} {thing} to {partner}
            """),
            "fr": wordings("""
                {actor} [livre|envoie] {n} {thing} à {partner}
            """),
        },
    ),
    Kind(  # closures
        *(3, 60),
        things=(
            synonyms("shops|stores", "magasins|commerces"),
            synonyms("branches|branch offices", "agences|succursales"),
            synonyms("petrol stations|filling stations", "stations-service"),
        ),
        causes=NOTHING,
        told={
            "en": wordings("""
                {firm} [closed|shut|shut down] {n} {thing} in {place} {date};
                [in all|a total of] {n} {thing} [run|operated|owned] by {firm} in {place}
                    [closed|shut] [for good|their doors] {date};
                {date}, {firm} [pulled down the shutters on|gave up] {n} {thing} in {place};
                {place} lost {n} {thing} {date} when {firm} [closed|shut] them [for good|down]
            """),
            "fr": wordings("""
                {firm} a [fermé|supprimé] {n} {thing} à {place} {date};
                [au total|en tout], {n} {thing} de {firm} ont [baissé le rideau|fermé leurs portes]
                    à {place} {date};
                {date}, {firm} a [cessé d'exploiter|abandonné] {n} {thing} à {place};
                {place} a perdu {n} {thing} {date} avec le [départ|retrait] de {firm}
            """),
        },
        denied={
            "en": wordings("""
                {firm} [did not close|never closed|kept open] {n} {thing} in {place} {date}
            """),
            "fr": wordings("""
                {firm} n'a [pas|jamais] [fermé|abandonné] {n} {thing} à {place} {date}
            """),
        },
        heads={
            "en": wordings("""
                {firm} [closes|shuts] {n} {thing} in {place}
            """),
            "fr": wordings("""
                {firm} [ferme|abandonne] {n} {thing} à {place}
            """),
        },
    ),
    Kind(  # arrests
        *(3, 80),
        things=(synonyms("people", "personnes"),),
        causes=(
            synonyms("a customs fraud|a fraud at customs", "une fraude douanière"),
            synonyms("the theft of copper cable|copper theft", "un vol de câbles en cuivre"),
            synonyms("a forgery of passports|forged passports", "un trafic de faux passeports"),
            synonyms("illegal logging|unlawful felling", "des coupes de bois illégales"),
        ),
        told={
            "en": wordings("""
                police [arrested|detained] {n} {thing} in {place} {date} [over|in connection with]
                    {cause};
                [in all|a total of] {n} {thing} were [arrested|detained|taken into custody] in
                    {place} {date} on [suspicion|charges] of {cause};
                {date}, an [inquiry|investigation] into {cause} [led to|ended with] the
                    [arrest|detention] of {n} {thing} in {place};
                officers [raided|searched] homes in {place} {date} and [arrested|detained] {n}
                    {thing} [because of|over] {cause}
            """),
            "fr": wordings("""
                la police a [arrêté|interpellé] {n} {thing} à {place} {date} [pour|en lien avec]
                    {cause};
                [au total|en tout], {n} {thing} ont été [arrêtées|interpellées|placées en garde à
                    vue] à {place} {date}, [en raison de soupçons sur|pour] {cause};
                {date}, [l'enquête|l'instruction] sur {cause} a [conduit|abouti] à
                    [l'arrestation|l'interpellation] de {n} {thing} à {place};
                des [policiers|agents] ont mené des perquisitions à {place} {date} et
                    [arrêté|interpellé] {n} {thing} [pour|en lien avec] {cause}
            """),
        },
        denied={
            "en": wordings("""
                police [did not arrest|never arrested] {n} {thing} in {place} {date} [over|in
                    connection with] {cause}
            """),
            "fr": wordings("""
                la police n'a [pas|jamais] [arrêté|interpellé] {n} {thing} à {place} {date}
                    [pour|en lien avec] {cause}
            """),
        },
        heads={
            "en": wordings("""
                [Police arrest|Police detain] {n} {thing} in {place}
            """),
            "fr": wordings("""
                La police [arrête|interpelle] {n} {thing} à {place}
            """),
        },
    ),
    Kind(  # a purchase
        *(3, 150),
        things=(
            synonyms("electric buses|battery buses", "bus électriques|autobus électriques"),
            synonyms("cargo planes|freight aircraft", "avions-cargos|avions de fret"),
            synonyms("wind turbines", "éoliennes"),
            synonyms("locomotives|railway engines", "locomotives"),
        ),
        causes=NOTHING,
        told={
            "en": wordings("""
                {firm} [bought|purchased|acquired] {n} {thing} from {partner} under a
                    [contract|deal] [signed|concluded] in {place} {date};
                {partner} sold {firm} {n} {thing} in a [contract|deal] [signed|concluded] in
                    {place} {date};
                {date}, {firm} and {partner} [signed|concluded] in {place} a [contract for the
                    sale|deal on the sale] of {n} {thing};
                the sale of {n} {thing} by {partner} to {firm} was [signed|sealed|concluded] in
                    {place} {date}
            """),
            "fr": wordings("""
                {firm} a [acheté|acquis] {n} {thing} à {partner} par un [contrat|accord]
                    [signé|conclu] à {place} {date};
                {partner} a [vendu|cédé] {n} {thing} à {firm} par un [contrat|accord]
                    [signé|conclu] à {place} {date};
                {date}, {firm} et {partner} ont [signé|conclu] à {place} la [vente|cession] de {n}
                    {thing};
                la [vente|cession] de {n} {thing} par {partner} à {firm} a été
                    [signée|conclue|scellée] à {place} {date}
            """),
        },
        denied={
            "en": wordings("""
                {firm} [did not buy|never bought|did not acquire] {n} {thing} from {partner} under
                    a deal signed in {place} {date}
            """),
            "fr": wordings("""
                {firm} n'a [pas|jamais] [acheté|acquis] {n} {thing} à {partner} par un accord signé
                    à {place} {date}
            """),
        },
        heads={
            "en": wordings("""
                {firm} [buys|acquires] {n} {thing} from {partner}
            """),
            "fr": wordings("""
                {firm} [achète|acquiert] {n} {thing} à {partner}
            """),
        },
    ),
    Kind(  # job cuts
        *(15, 4000),
        things=(synonyms("jobs|posts|positions", "emplois|postes"),),
        causes=NOTHING,
        told={
            "en": wordings("""
                {firm} [cut|axed|shed] {n} {thing} at {site} in {place} {date};
                [in all|a total of] {n} {thing} were [cut|axed|done away with] by {firm} {date} at
                    {site} in {place};
                {date}, {site} in {place} [lost|was stripped of] {n} {thing} at the [hands|behest]
                    of {firm};
                the [management|board] of {firm} [scrapped|abolished] {n} {thing} {date} at {site}
                    in {place}
            """),
            "fr": wordings("""
                {firm} a [supprimé|sabré] {n} {thing} {date} en restructurant {site} de {place};
                [au total|en tout], {n} {thing} ont été [supprimés|sacrifiés] par {firm} {date}
                    lors de la réorganisation de {site} de {place};
                {date}, {site} de {place} a perdu {n} {thing} sur [décision|ordre] de {firm};
                la direction de {firm} a [aboli|rayé] {n} {thing} {date} dans l'effectif de {site}
                    de {place}
            """),
        },
        denied={
            "en": wordings("""
                {firm} [did not cut|never cut] {n} {thing} at {site} in {place} {date}
            """),
            "fr": wordings("""
                {firm} n'a [pas|jamais] supprimé {n} {thing} {date} lors de la réorganisation de
                    {site} de {place}
            """),
        },
        heads={
            "en": wordings("""
                {firm} [cuts|axes] {n} {thing} in {place}
            """),
            "fr": wordings("""
                {firm} [supprime|sacrifie] {n} {thing} à {place}
            """),
        },
    ),
    Kind(  # a protest
        *(60, 90000),
        things=(synonyms("people|demonstrators", "personnes|gens"),),
        causes=(
            synonyms("a planned motorway|a motorway project", "un projet d'autoroute"),
            synonyms("the closure of the hospital", "la fermeture de l'hôpital"),
            synonyms("the price of bread|dear bread", "le prix du pain"),
            synonyms("a pension reform|cuts to pensions", "une réforme des retraites"),
        ),
        told={
            "en": wordings("""
                [in all|a total of] {n} {thing} [marched|demonstrated|protested] in {place} {date}
                    against {cause};
                a [march|rally|demonstration] against {cause} [drew|brought together] {n} {thing}
                    in {place} {date};
                {date}, {place} [saw|was the scene of] a [march|protest] of {n} {thing}
                    [opposed|hostile] to {cause};
                the [streets|squares] of {place} [filled|were filled] with {n} {thing} {date}, all
                    of them [against|up in arms about] {cause}
            """),
            "fr": wordings("""
                [au total|en tout], {n} {thing} ont [défilé|manifesté|protesté] à {place} {date}
                    contre {cause};
                une [marche|manifestation] contre {cause} a [réuni|rassemblé] {n} {thing} à {place}
                    {date};
                {date}, {place} a [vu passer|accueilli] un [cortège|défilé] de {n} {thing} contre
                    {cause};
                les [rues|places] de {place} ont vu {n} {thing} [exprimer|crier] {date} leur
                    [refus|colère] face à {cause}
            """),
        },
        denied={
            "en": wordings("""
                no [march|rally] against {cause} [drew|brought together] {n} {thing} in {place}
                    {date}
            """),
            "fr": wordings("""
                aucune [marche|manifestation] contre {cause} n'a [réuni|rassemblé] {n} {thing} à
                    {place} {date}
            """),
        },
        heads={
            "en": wordings("""
                {n} {thing} [march|protest] in {place} against {cause}
            """),
            "fr": wordings("""
                {n} {thing} [défilent|manifestent] à {place} contre {cause}
            """),
        },
    ),
    Kind(  # a seizure
        *(12, 3000),
        things=(
            synonyms("kilos of cocaine|kilograms of cocaine", "kilos de cocaïne"),
            synonyms("cartons of untaxed cigarettes", "cartouches de cigarettes de contrebande"),
            synonyms("rifles|assault rifles", "fusils|fusils d'assaut"),
        ),
        causes=(
            synonyms("a freighter|a cargo ship", "un cargo|un navire marchand"),
            synonyms("a trawler|a fishing boat", "un chalutier|un bateau de pêche"),
            synonyms("a goods train|a freight train", "un train de marchandises"),
        ),
        told={
            "en": wordings("""
                customs [officers|agents] [seized|confiscated] {n} {thing} from {cause} in {place}
                    {date};
                [in all|a total of] {n} {thing} were [found|seized|discovered] on {cause}
                    [searched|inspected] in {place} {date};
                {date}, [a search|an inspection] of {cause} in {place} [turned up|brought to light]
                    {n} {thing};
                {cause} stopped in {place} {date} [carried|was carrying|had on board] {n} {thing}
            """),
            "fr": wordings("""
                les douaniers ont [saisi|confisqué] {n} {thing} à bord de {cause} à {place} {date};
                la fouille de {cause} à {place} {date} a [révélé|mis au jour] {n} {thing};
                {date}, à {place}, les douaniers ont [découvert|trouvé] {n} {thing} dans {cause};
                {cause} [arrêté|immobilisé] à {place} {date} [transportait|avait à bord] {n}
                    {thing}
            """),
        },
        denied={
            "en": wordings("""
                customs officers did not [find|seize] {n} {thing} on {cause} in {place} {date}
            """),
            "fr": wordings("""
                les douaniers n'ont pas [saisi|trouvé] {n} {thing} à bord de {cause} à {place}
                    {date}
            """),
        },
        heads={
            "en": wordings("""
                Customs [seize|confiscate] {n} {thing} in {place}
            """),
            "fr": wordings("""
                Les douaniers [saisissent|confisquent] {n} {thing} à {place}
            """),
        },
    ),
    Kind(  # a theft of data
        *(200, 90000),
        things=(
            synonyms("medical records|patients' files", "dossiers médicaux|dossiers de patients"),
            synonyms("customer accounts|clients' accounts", "comptes clients|comptes de clients"),
        ),
        causes=NOTHING,
        told={
            "en": wordings("""
                hackers [stole|copied|made off with] {n} {thing} from {firm} in {place} {date};
                [in all|a total of] {n} {thing} were [stolen|copied] from the [servers|computers]
                    of {firm} in {place} {date};
                {date}, a [cyberattack|break-in] [cost|robbed] {firm} {n} {thing} in {place};
                {firm} [lost|was deprived of] {n} {thing} to [hackers|intruders] in {place} {date}
            """),
            "fr": wordings("""
                des pirates ont [volé|dérobé|copié] {n} {thing} à {firm} à {place} {date};
                [au total|en tout], {n} {thing} ont quitté les [serveurs|ordinateurs] de {firm} à
                    {place} {date} [du fait de|par la main de] pirates;
                {date}, une [cyberattaque|intrusion] a [coûté|fait perdre] {n} {thing} à {firm} à
                    {place};
                {firm} s'est fait [voler|dérober] {n} {thing} par des [pirates|intrus] à {place}
                    {date}
            """),
        },
        denied={
            "en": wordings("""
                hackers [did not steal|never stole] {n} {thing} from {firm} in {place} {date}
            """),
            "fr": wordings("""
                des pirates n'ont [pas|jamais] [volé|dérobé] {n} {thing} à {firm} à {place} {date}
            """),
        },
        heads={
            "en": wordings("""
                Hackers [steal|copy] {n} {thing} from {firm}
            """),
            "fr": wordings("""
                Des pirates [volent|dérobent] {n} {thing} à {firm}
            """),
        },
    ),
)
