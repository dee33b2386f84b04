import pytest

FRENCH = {
    "subject, verb, clause": (
        "Le Kremlin affirme que le pont tient.",
        [("Le Kremlin", "affirme", "le pont tient", "")],
    ),
    "inversion after a quotation": (
        "« La situation est grave », souligne l'expert.",
        [("l'expert", "souligne", "La situation est grave", "")],
    ),
    "inversion after a clause": (
        "La ville est tombée, rapporte l'agence KCNA.",
        [("l'agence KCNA", "rapporte", "La ville est tombée", "")],
    ),
    "inverted pronoun": (
        "Les secours sont arrivés trop tard, a-t-il ajouté.",
        [("il", "a … ajouté", "Les secours sont arrivés trop tard", "")],
    ),
    "citing after an inversion": (
        "Le barrage a cédé dimanche, a rapporté Yonhap, citant des sources militaires.",
        [
            ("Yonhap", "a rapporté", "Le barrage a cédé dimanche", ""),
            ("des sources militaires", "citant", "Le barrage a cédé dimanche", "Yonhap"),
        ],
    ),
    "quoted by an agency": (
        "« C'est faux », a dit un diplomate, cité par l'AFP.",
        [
            ("l'AFP", "cité par", "C'est faux", ""),
            ("un diplomate", "a dit", "C'est faux", "l'AFP"),
        ],
    ),
    "pictures that an outlet published": (
        "Selon des images publiées par le WSJ, le pont est détruit.",
        [
            ("le WSJ", "publiées par", "le pont est détruit", ""),
            ("des images", "Selon", "le pont est détruit", "le WSJ"),
        ],
    ),
    "interviewed by is no relay": (
        "Interrogé par la BBC, le ministre a nié toute implication.",
        [("le ministre", "a nié", "toute implication", "")],
    ),
    "frame in the middle": (
        "Le Maroc, selon l'agence MAP, a quitté la table.",
        [("l'agence MAP", "selon", "Le Maroc … a quitté la table", "")],
    ),
    "police source": (
        "De source policière, trois personnes ont été arrêtées.",
        [("source policière", "De", "trois personnes ont été arrêtées", "")],
    ),
    "comparison": (
        "Comme l'a révélé Le Monde, le ministre possédait un compte en Suisse.",
        [("Le Monde", "Comme l'a révélé", "le ministre possédait un compte en Suisse", "")],
    ),
    "speaker within the marks": (
        "« Nous partirons, a promis le général, dès que possible. »",
        [("le général", "a promis", "Nous partirons … dès que possible", "")],
    ),
    "something between auxiliary and verb": (
        "Anna Petit a pour sa part indiqué que le stock suffirait.",
        [("Anna Petit", "a … indiqué", "le stock suffirait", "")],
    ),
    "addressee": (
        "Le ministère a assuré mardi à l'AFP que le stock suffirait.",
        [("Le ministère", "a assuré", "le stock suffirait", "")],
    ),
    "accusation": (
        "Varsovie accuse Minsk d'avoir violé son espace aérien.",
        [("Varsovie", "accuse", "Minsk d'avoir violé son espace aérien", "")],
    ),
    "accused in the passive": (
        "Le suspect est soupçonné par la police d'avoir tué trois personnes.",
        [
            (
                "la police",
                "est soupçonné par",
                "Le suspect … d'avoir tué trois personnes",
                "",
            )
        ],
    ),
    "claims that were denied": (
        "Les autorités ont démenti les informations selon lesquelles le pont aurait cédé.",
        [
            (
                "Les autorités",
                "ont démenti",
                "les informations selon lesquelles le pont aurait cédé",
                "",
            ),
            ("", "informations", "le pont aurait cédé", "Les autorités"),
        ],
    ),
    "what another denies": (
        "La BBC rapporte que l'armée a tiré, ce que le gouvernement dément.",
        [
            ("La BBC", "rapporte", "l'armée a tiré", ""),
            ("le gouvernement", "dément", "l'armée a tiré", ""),
        ],
    ),
    "two verbs of one subject": (
        (
            "Ankara a reconnu que ses avions avaient bombardé le village, mais a nié avoir visé "
            "des civils."
        ),
        [
            ("Ankara", "a reconnu", "ses avions avaient bombardé le village", ""),
            ("Ankara", "a nié", "avoir visé des civils", ""),
        ],
    ),
    "adverb after a form that is an adjective too": (
        "Le groupe dément catégoriquement les accusations.",
        [("Le groupe", "dément catégoriquement", "les accusations", "")],
    ),
    "negated infinitive": (
        "La maire assure ne pas avoir été informée.",
        [("La maire", "assure", "ne pas avoir été informée", "")],
    ),
    "name after a title": (
        "Le président Emmanuel Macron a estimé, à Lyon, que la réforme était juste.",
        [("Le président Emmanuel Macron", "a estimé", "la réforme était juste", "")],
    ),
    "reported speech of an outlet at the end": (
        "Le chef de la diplomatie estime que « la guerre est finie », rapporte Le Figaro.",
        [
            (
                "Le Figaro",
                "rapporte",
                "Le chef de la diplomatie estime que « la guerre est finie »",
                "",
            ),
            ("Le chef de la diplomatie", "estime", "la guerre est finie", "Le Figaro"),
        ],
    ),
}

ENGLISH = {
    "clause without that": (
        "Reuters reported that two officials said the dam had collapsed.",
        [
            ("Reuters", "reported", "two officials said the dam had collapsed", ""),
            ("two officials", "said", "the dam had collapsed", "Reuters"),
        ],
    ),
    "citing in a clause of its own": (
        "The minister, citing Reuters, said the port was closed.",
        [
            ("The minister", "said", "the port was closed", ""),
            ("Reuters", "citing", "the port was closed", "The minister"),
        ],
    ),
    "quoted as saying": (
        "He was quoted by Tass as saying the talks had failed.",
        [
            ("Tass", "was quoted", "the talks had failed", ""),
            ("He", "saying", "the talks had failed", "Tass"),
        ],
    ),
    "told somebody": (
        "Petrov told Reuters that the plant was safe.",
        [("Petrov", "told", "the plant was safe", "")],
    ),
    "quotation cut in two": (
        '"We knew," she told reporters, "but nobody listened."',
        [("she", "told", "We knew … but nobody listened", "")],
    ),
    "a second quotation goes on": (
        '"It is over," said Anna Kovacs. "We have lost everything."',
        [("Anna Kovacs", "said", "It is over … We have lost everything", "")],
    ),
    "according to in the middle": (
        "The plant, according to the operator, is safe.",
        [("the operator", "according to", "The plant … is safe", "")],
    ),
    "as a broadcaster reported": (
        "As the BBC reported, the king is ill.",
        [("the BBC", "As … reported", "the king is ill", "")],
    ),
    "described by": (
        "The plant was described by Greenpeace as a disaster waiting to happen.",
        [("Greenpeace", "was described by … as", "a disaster waiting to happen", "")],
    ),
    "denial as a noun": (
        "The ministry's denial that it had sold weapons surprised analysts.",
        [("The ministry", "denial", "it had sold weapons", "")],
    ),
    "conjoined sources": (
        "Moscow and Minsk deny that the missiles were moved.",
        [
            ("Moscow", "deny", "the missiles were moved", ""),
            ("Minsk", "deny", "the missiles were moved", ""),
        ],
    ),
    "nobody in particular": (
        "The minister reportedly resigned on Monday.",
        [("", "reportedly", "The minister … resigned on Monday", "")],
    ),
    "a concessive clause is another voice": (
        "The company said it would not comment, although a former employee said the leak was real.",
        [
            ("The company", "said", "it would not comment", ""),
            ("a former employee", "said", "the leak was real", ""),
        ],
    ),
    "incise between subject and verb": (
        "Villagers, he said, had fled before the flood.",
        [("he", "said", "Villagers … had fled before the flood", "")],
    ),
    "adding": (
        '"He never said that," Spicer said, adding that the report was wrong.',
        [
            ("Spicer", "said", "He never said that", ""),
            ("Spicer", "adding", "the report was wrong", ""),
        ],
    ),
    "a hedge of one's own is no attribution": (
        '"I think we have won," said Anna Kovacs.',
        [("Anna Kovacs", "said", "I think we have won", "")],
    ),
}


@pytest.mark.parametrize("construction", FRENCH)
def test_french_constructions_are_read(acts, construction):
    text, expected = FRENCH[construction]

    assert acts(text, "fr") == expected


@pytest.mark.parametrize("construction", ENGLISH)
def test_english_constructions_are_read(acts, construction):
    text, expected = ENGLISH[construction]

    assert acts(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Les soldats ont trouvé trois fusées.", "fr"),
        ("Selon toute vraisemblance, il pleuvra.", "fr"),
        ("La Russie veut une trêve.", "fr"),
        ("The army attacked the depot at dawn.", "en"),
        ("They were denied entry to the country.", "en"),
        ("The state of emergency ended.", "en"),
    ],
)
def test_events_and_wishes_are_no_acts_of_speech(acts, text, lang):
    assert acts(text, lang) == []
