"""The words by which papers mark their headers, in German, English and Japanese."""

import re


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(text.split())


LABELS: dict[str, str] = {}  # what stands before a colon, in lower case → field of the article
for _field, _words in {
    "date": "datum date erschienen erscheinungsdatum veröffentlicht veröffentlichung stand published publication-date "
    "posted erschienen-am veröffentlicht-am published-on dated "
    "日付 掲載日 発行日 公開日 配信日 年月日 更新日 日時 発行",
    "source": "quelle source zeitung publikation medium newspaper publication publisher paper quellenangabe "
    "出典 掲載紙 "
    "媒体 媒体名 新聞名 紙名 情報源 提供 ソース",
    "byline": "autor autorin verfasser verfasserin author authors byline von by text-von written-by 文 記者 著者 筆者 "
    "執筆 取材 文責 text",
    "place": "ort place location dateline 場所 発信地",
    "title": "titel title headline überschrift schlagzeile betreff subject 見出し 題名 タイトル 表題 件名",
    "kicker": "dachzeile kicker rubrik ressort section category kategorie spitzmarke 欄 カテゴリ カテゴリー 分野 面名",
    "language": "sprache language lang 言語",
    "tags": "schlagwörter stichwörter stichworte schlagworte keywords tags キーワード タグ",
    "url": "url link webadresse",
    "page": "seite page seiten pages ausgabe edition issue ページ 面 掲載面",
}.items():
    LABELS.update(dict.fromkeys((word.replace("-", " ") for word in _words.split()), _field))

LABEL = re.compile(r"([^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+)?)\s{0,3}[:：]\s*(.*)")

_SECTIONS = sorted(
    words(
        "lokales regionales wirtschaft politik sport kultur panorama feuilleton region "
        "lokalsport leserbrief leserbriefe "
        "kommentar leitartikel glosse interview reportage meinung vermischtes wissenschaft "
        "medien netzwelt ausland inland "
        "international internationales gesellschaft reise wissen gesundheit verkehr wetter "
        "termine finanzen unternehmen "
        "hintergrund analyse titelseite stadtgespräch nachrichten kurzmeldungen veranstaltungen arbeitsmarkt handel "
        "business opinion editorial world comment letters sports culture science politics economy markets technology "
        "finance local regional national features obituaries analysis columnists"
    )
)
RUBRIC = re.compile(
    r"(?:alles\s+)?rund\s+um\s+\S+.{0,30}"
    r"|(?:neues|nachrichten|notizen|meldungen|kurzmeldungen|berichte|aktuelles)\s+(?:aus|von|vom)\s.{2,40}"
    r"|aus\s+(?:der|dem|den|aller|stadt|kreis)\s.{2,40}"
    r"|(?:kurz|kurz\s+und)\s+(?:notiert|gemeldet|bündig|berichtet)"
    r"|(?:in\s+brief|news\s+in\s+brief|local\s+news|letters?\s+to\s+the\s+editor"
    r"|around\s+the\s+\w+|news\s+from\s.{2,40})"
    rf"|(?:{'|'.join(_SECTIONS)})(?:\s*(?:[&/|+–-]|und|and)\s*\w+|\s+(?:{'|'.join(_SECTIONS)}))?"
    r"|社説|経済|国際|政治|社会|地域|スポーツ|文化|コラム|天声人語|速報|号外|解説|特集|連載|論説|地域経済|産業|企業|暮らし|生活|読者の声|まちの話題|地方版"
    r"|(?:.{1,8}(?:面|だより|ニュース|トピックス))",
    re.IGNORECASE,
)

STRONG_PAPER = re.compile(
    r"(?:zeitung|bote|anzeiger|kurier|tage?blatt|rundschau|allgemeine|merkur|wochenblatt"
    r"|volksblatt|abendblatt|heimatbrief"
    r"|courier|herald|tribune|gazette|chronicle|guardian|telegraph|observer|times"
    r"|新聞|新報|日報|タイムズ|時報)(?:[ -]\w+)?$",
    re.IGNORECASE,
)
AGENCIES = words(
    "reuters ap afp dpa apa kna epd sid upi tass itar-tass xinhua bloomberg kyodo jiji "
    "ansa efe ddp dapd ots sda ats ritzau "
    "tt ntb pti ani cnn bbc wikinews ロイター 共同 共同通信 時事 時事通信 ロイター通信 ap通信 afp時事 新華社"
)
PAPER = re.compile(
    r".*(?:zeitung|bote|anzeiger|kurier|tag(?:e)?blatt|rundschau|nachrichten|allgemeine"
    r"|merkur|wochenblatt|volksblatt|volksstimme"
    r"|landbote|handelsblatt|tagesspiegel|abendblatt|morgenpost|abendpost|spiegel"
    r"|illustrierte|stadtanzeiger|presse(?:dienst)?|zeit|welt|blatt|post|echo|stimme|wacht"
    r"|heimatbrief|amtsblatt"
    r"|times|herald|tribune|gazette|chronicle|guardian|telegraph|observer|courier|mercury"
    r"|journal|examiner|dispatch|standard"
    r"|inquirer|bulletin|newswire|independent|sentinel|register|review|daily|weekly|mail|argus|advertiser|star|news"
    r"|新聞|新報|日報|通信|タイムズ|タイムス|夕刊|朝刊|時報|週報|ポスト|民報)"
    r"(?:[ \-].{1,24})?",
    re.IGNORECASE,
)
# Folders that are called so hold papers; they are none themselves.
GENERIC_NAMES = words(
    "zeitung zeitungen nachrichten presse pressetexte pressearchiv post news press mail "
    "mails mailbox daily weekly times world welt zeit "
    "review reviews standard register star journal journals newspaper newspapers "
    "pressemitteilungen pressespiegel presseschau "
    "zeitungsartikel zeitungsausschnitte bulletin echo archive archiv 新聞 通信 夕刊 朝刊 blatt"
)
FUNCTION_WORDS = words(
    "der die das den dem des ein eine einer und oder aber in im am an auf aus bei mit nach "
    "von vom zu zum zur für über unter wie was wer "
    "wo wenn weil dass nicht auch nur noch schon doch ja nein endlich vielleicht klar "
    "danke frage antwort achtung fazit hintergrund "
    "info richtig falsch stimmt sicher natürlich eigentlich heute gestern morgen dann "
    "jetzt hier so es er sie wir ich ihr "
    "the a an and or but of for with at by from to on yes no well so it he she we they you "
    "this that these those here there now "
    "then today yesterday note update correction dr prof mr mrs ms st nr abs art vgl ca "
    "bzw inkl evtl usw etc sen rep gov gen "
    "herr frau firma stadt damals mehr weniger alles nichts viele manche keine kein neu gut schluss ende anfang thema"
)

NAME = (
    r"(?:(?:Dr|Prof|Dipl)\.[ -])?[A-ZÄÖÜÉ][\w’'.-]*"
    r"(?: (?:von|van|de|der|den|zu|zur|vom|da|di|del|la|le|bin|al|ten|ter))*(?: (?:von "
    r"|van |de |der |zu |di |la )*[A-ZÄÖÜÉ][\w’'.-]*){1,3}"
)
BYLINE = re.compile(
    rf"(?:(?P<label>Von|VON|By|BY|by|von|Text|Text und Fotos?|Ein Bericht von|Interview:"
    rf"|Auf(?:gezeichnet|geschrieben) von|Written by|Reported by)[ :]+)"
    rf"(?:unserer? (?:Redakteur(?:in)?|Mitarbeiter(?:in)?|Korrespondent(?:in)?|Reporter(?:in)?) )?"
    rf"(?P<name>{NAME}(?:(?:,| und| and| &|/) ?(?:{NAME}|[a-z]{{2,4}}\b))*)"
    rf"(?P<rest>(?:,? (?:in|aus) [A-ZÄÖÜ][\w.-]+)?(?:, [\w .&-]{{2,40}}| \([\w ./-]{{2,30}}\))?\.?)"
)
BYLINE_IN_SENTENCE = re.compile(
    rf"(?:Das (?:Gespräch|Interview) führten?|Die Fragen stellten?|Interviewed by|Protokoll:"
    rf"|聞き手[・：:＝=]?) ?(?P<name>{NAME}(?: und {NAME})?|[一-鿿]{{2,4}}[ 　]?[一-鿿ぁ-んァ-ヶ]{{1,5}})\.?"
)
BYLINE_JA = re.compile(
    r"(?:【|（|\()?(?:(?:文|取材|記者|文責|執筆|文・写真|取材・文|編集委員"
    r"|論説委員)\s?[=＝:：・]\s?(?P<name>[^\s。、）)】]{2,12}(?:[ 　][^\s。、）)】]{1,6})?)"
    r"|(?:(?P<desk>[一-鿿]{2,8}部)?[ 　・]*)(?P<writer>[一-鿿]{2,4}[ 　]?[一-鿿ぁ-んァ-ヶ]{1,5})記者)(?:】|）|\))?"
)

CREDIT = re.compile(
    r"\(?(?:Fotos?|Photos?|Bild(?:er|nachweis|quelle|rechte)?|Image|Picture|Grafik"
    r"|Symbolfoto|Archivfoto|Archivbild|Foto/Repro|Photo (?:credit|by|courtesy of)"
    r"|写真(?:提供)?|撮影|画像(?:提供)?)\s?(?:[:：©=＝]|\(c\)|（c）)(?:\s?©)?\s*(?P<who>.+?)\)?\.?$",
    re.IGNORECASE,
)
INLINE_CREDIT = re.compile(
    r"(?:\(|（|\s)(?:Fotos?|Photos?|Bild|Grafik|Archivfoto|写真)\s?(?:[:：©=＝])\s*(?P<who>[^()（）]{2,60}?)[)）]?\.?$"
)
CAPTION = re.compile(
    r"(?:(?:hintere|vordere|mittlere|obere|untere|erste|zweite|dritte|back|front|middle"
    r"|first|second|top|bottom) (?:reihe|row)\b"
    r"|v\. ?l\. ?n\. ?r\.|von links|von rechts|bildunterschrift|bildtext|bu:|caption"
    r"|bild(?:er)?:|im bild|unser bild|auf dem (?:bild|foto)|das (?:bild|foto) zeigt|foto:"
    r"|photo:"
    r"|abb\.|abbildung|from left|from right|left to right|pictured|picture:"
    r"|写真説明|写真は|写真：|写真:|【写真|キャプション|左から|右から|前列|後列)",
    re.IGNORECASE,
)
CAPTION_INSIDE = re.compile(
    r"\((?:v\. ?l\. ?n\. ?r\.|v\. ?l\.|von links|from left|l\.|left|左から)\)|[,(]\s?(?:links"
    r"|rechts|v\.l\.|from left|left to right)[):,]",
    re.IGNORECASE,
)
