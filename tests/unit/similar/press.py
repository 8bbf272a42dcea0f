"""A few press texts of our own in three languages, and what papers make of them."""

import random

HARBOUR = """\
Die Hafenbetriebe Rheinhafen haben am Dienstag einen Vertrag mit der Reederei Kobayashi unterzeichnet. Von
April an sollen wöchentlich zwei Containerzüge zwischen dem Kai 7 und dem Güterbahnhof Lank verkehren.
Geschäftsführerin Almut Brenneisen sprach von einem Durchbruch nach vierzehn Monaten zäher Verhandlungen. Die
Stadt beteiligt sich mit 2,4 Millionen Euro am Umbau der Gleisanlagen, das Land übernimmt weitere 3,1
Millionen.

Kritik kommt vom Anwohnerverein Kaistraße. Dessen Sprecher Ottmar Fenske befürchtet zusätzlichen Lärm in den
frühen Morgenstunden und verlangt eine Schutzwand auf ganzer Länge. Brenneisen versprach, ein Gutachten
vorzulegen, noch bevor der erste Zug rollt. Bürgermeisterin Henriette Quast nannte die Sorgen berechtigt,
verwies aber auf die achtzig Arbeitsplätze, die am Kai entstehen. Die Reederei will zunächst Maschinenteile
und Papier befördern; über Gefahrgut sei nicht gesprochen worden. Der Rat entscheidet am 14. März über den
Zuschuss, die Mehrheit gilt als sicher."""

BRIDGE = """\
Wegen brüchiger Lager bleibt die Eiserne Brücke in Büderkamp bis in den Herbst gesperrt. Das teilte
Baudezernent Ludger Wamsler nach einer Untersuchung durch das Ingenieurbüro Tiedtke mit. Fußgänger und
Radfahrer können weiter über den flussaufwärts gelegenen Steg gehen, Autofahrer müssen den Umweg über Lank
nehmen. Die Sanierung soll nach ersten Schätzungen 680 000 Euro kosten. Händler in der Altstadt rechnen mit
Einbußen; der Werbering fordert kostenlose Parkplätze am Schützenhof. Wamsler zeigte Verständnis, mochte aber
nichts versprechen, ehe der Haushalt beraten ist."""

FERRY = """\
The ferry company Northline said on Monday that it would double its winter sailings between Harwell and the
islands. Two refitted vessels, the Petrel and the Skua, join the route on 3 November, managing director Imogen
Vance told a meeting of residents. Fares stay as they are until spring. The island council had complained for
years that patients missed hospital appointments when the only morning boat was cancelled. Councillor Duncan
Aird welcomed the plan but asked for a guarantee in writing. Northline lost its subsidy last year after a
dispute over the state of the harbour at Sker, where dredging has now begun and is expected to take eleven
weeks."""

VISIT = """\
大阪港湾局の視察団が十二日、ラインハーフェン市を訪れ、ヘンリエッテ・クヴァスト市長と会談した。一行は七番埠頭
の改修工事を見学し、貨物列車の運行計画について説明を受けた。団長の小林誠治氏は「両市の協力は三十年の歴史があ
り、若い技術者の交流をさらに進めたい」と述べた。市長は来年秋に大阪を訪問する意向を示し、見本市への共同出展も
検討すると語った。視察団は十四日まで滞在し、地元の製紙工場と工科大学も訪れる予定だという。"""

ALL = (HARBOUR, BRIDGE, FERRY, VISIT)

REPORT = """\
RHEINHAFEN, {day}. März - Am Getreidemarkt wurde Brotweizen heute mit {one} Euro je Tonne gehandelt, nach
{two} Euro in der Vorwoche. Futtergerste notierte bei {three} Euro. Die Umsätze blieben klein, teilte der
Händlerverband mit. An der Produktenbörse wechselten {four} Tonnen den Besitzer. Für {firm} ist der Abschluss
der größte des Monats."""


def edited(text: str, share: float, seed: int = 1) -> str:
    """With a share of the words changed, in runs of one to four."""
    draw = random.Random(seed)  # noqa: S311 - nothing here is secret
    spaced = " " in text[:60]
    units = text.split() if spaced else list(text)
    left = share * len(units)
    while left > 0:
        run = draw.randint(1, 4)
        at = draw.randrange(len(units) - run)
        new = f"anders{draw.randrange(10_000)}" if spaced else chr(0x4E00 + draw.randrange(9_000))
        units[at : at + run] = [new] * run
        left -= run
    return (" " if spaced else "").join(units)


def framed(text: str, number: int) -> str:
    """As an archive sends it: the same words above and below each article."""
    head = f"Archiv des Niederrhein-Kuriers, Blatt {number}. Nur zum eigenen Gebrauch, alle Angaben ohne Gewähr."
    foot = (
        "Alle Rechte liegen beim Verlag. Wer diesen Beitrag vervielfältigen oder in elektronische Sammlungen "
        "aufnehmen möchte, wende sich bitte schriftlich an das Archiv, das gern und kostenlos Auskunft gibt."
    )
    return f"{head}\n\n{text}\n\n{foot}"


def other_articles(count: int) -> list[str]:
    """Articles that have nothing to do with each other but their words."""
    draw = random.Random(5)  # noqa: S311 - nothing here is secret
    pool = " ".join(ALL[:3]).split()
    return [" ".join(draw.choice(pool) for _ in range(90)) for _ in range(count)]
