"""Words of everyday that look like names: nouns that are surnames too, capitals that are no organisation."""

from typing import Final

from desktop_app.entities.tokens import listed

# Surnames that are words of everyday: alone they are taken for names only behind a title or role, or before a verb.
EVERYDAY: Final = listed("""
sommer winter herbst frühling koch bauer wolf könig weiß weiss schwarz klein groß gross lang kurz jung alt neu stein
berg wald bach feld busch baum vogel fuchs hahn stern sturm frost kaiser graf herzog bischof papst richter fischer
bäcker becker jäger wagner kraft engel herr mai morgen abend nacht tag heute recht gut arm reich krieg fried glück
herz kopf fuß hand bein stahl eisen gold silber kupfer blei holz kohl kraut korn brot bier wein most krug becher
hammer nagel rad wagen schild held ritter knecht meister lehrer schreiber spiegel winkel ring kreuz turm burg schloss
brücke mühle haus hof garten wiese heide moor see meer strom fluss quelle brunnen insel ost west nord süd stadt dorf
land markt platz weg gasse straße linde eiche buche birke tanne rose blume blatt kern apfel löwe bär hirsch hase igel
spatz fink star storch adler falke rabe hecht lachs krebs biene käfer braun grün blau gelb schnell stark stolz frei
fromm klug weise schön lieb post bahn bank ball spiel zeit jahr woche monat kind mann frau vater sohn bruder ernst
frank scholle beck rot roth zoll pfand mark pfennig kanzler brown green black white gray grey young long short king
bishop cook baker smith hunter fisher carter taylor turner wood woods hill field brook rivers stone bush may day rice
price best wise moody sharp swift power page rich regen schnee wind nebel hagel donner sonne mond himmel licht
schatten wasser feuer park church castle bridge marsh ford mills pope knight prince duke bell ball banks cash fox wolf
bird crane drake finch
""")

DETERMINERS: Final = listed("""
der die das dem den des ein eine einem einen einer eines im am zum zur vom beim ins kein keine keinen jeder jedes
jeden dieser diesen diesem diese the a an this that no every seinen seinem sein ihr ihren ihrem unser unserem in
""")

# Capitals before a role that are no organisation: countries, fields, ranks, brands of things.
NO_ORGANISATIONS: Final = listed("""
US USA UK GB TV IT PR HR EDV KI AI VIP DJ PC CD DVD UKW KFZ LKW PKW NS DDR NRW BRD EM WM OB ICE MdB MdL XXL IQ EU- CEO
CFO COO CTO HIV AIDS MTB BMX ABC NRW- RLP BW SH NS- U- S- A- B- C- D- E- G- K- O- T- X- DM DSL SMS PS VHS- HNO MRT OP
DNA GPS LED ETF AOC SUV LGBT LGBTQ QR OB- FH- PDF ISO DIN CSR UX UI SEO WG WC ZOB II III IV VI VII MINT BIP Corona
COVID IoT ESG U17 U18 U19 U20 U21 U23 BWL VWL R&B RNB TÜV- MMA GT ÖPNV SEK-
""")
