#pragma once

#include <QStringView>

#include <array>
#include <tuple>
#include <utility>

namespace lanyard {

/// Common names that neither ISO nor CLDR has, in the languages of those who use them, former names, and codes in use
/// beside the ISO ones: a country's two-letter code and its other names, separated by semicolons.
inline constexpr std::array usualCountryNames{
    std::pair{"US", u"USA;United States of America;the States;America;Vereinigte Staaten;Amerika;Amerika Birleşik "
                    u"Devletleri;ABD;EE UU;EEUU;EUA;Stati Uniti;États-Unis;Estados Unidos;США;Америка;Estados "
                    u"Unidos da América;أمريكا;الولايات المتحدة;אמריקה;ארה״ב;ארצות "
                    u"הברית;อเมริกา;アメリカ;アメリカ合衆国;米国;미국;美国"},
    std::pair{
        "GB",
        u"UK;Great Britain;Britain;England;Scotland;Wales;Northern "
        u"Ireland;Angleterre;Inghilterra;Inglaterra;Großbritannien;Grande-Bretagne;Gran Bretagna;Gran "
        u"Bretaña;Grã-Bretanha;Groot-Brittannië;Wielka "
        u"Brytania;Storbritannien;Storbritannia;Великобритания;Англия;Engeland;Anglia;Anglie;İngiltere;Schottland;"
        u"Écosse;Scozia;Escocia;Escócia;Schotland;Szkocja;Pays de Galles;Galles;Gales;Walia;Nordirland;Irlande du "
        u"Nord;Irlanda del Nord;Irlanda del Norte;Reino Unido;Regno Unito;Royaume-Uni;Vereinigtes "
        u"Königreich;イギリス;英国;영국;英國;بريطانيا;إنجلترا;انجلترا;בריטניה;אנגליה;อังกฤษ"},
    std::pair{"NL", u"Holland;Olanda;Hollande;Holanda;Holandia;Holandsko;Hollanda;Голландия"},
    std::pair{"KR", u"South Korea;Korea South;Republic of Korea;ROK;Südkorea;Corée du Sud;Corea del Sud;Corea del "
                    u"Sur;Coreia do Sul;Zuid-Korea;Korea Południowa;Sydkorea;Южная Корея;Güney "
                    u"Kore;한국;남한;대한민국;韓国;大韓民国;韩国"},
    std::pair{"KP", u"North Korea;Korea North;DPRK;Nordkorea;Corée du Nord;Corea del Nord;Corea del Norte;Coreia do "
                    u"Norte;Noord-Korea;Korea Północna;Северная Корея;Kuzey Kore;북한;조선;北朝鮮;朝鲜"},
    std::pair{"RU", u"Russia;Russland;Russie;Rusia;Rússia;Rosja;Rusland;Ryssland;Россия"},
    std::pair{
        "CZ",
        u"Czech Republic;Czechia;Tschechien;Tschechische Republik;Tschechei;Tchéquie;République tchèque;Repubblica "
        u"Ceca;Cechia;Chequia;Tchéquia;República Checa;Czechy;Česko;Чехия;Tsjechië;Tsjechische "
        u"Republiek;チェコ;チェコ共和国;Cộng hòa Séc"},
    std::pair{"CI", u"Ivory Coast;Elfenbeinküste;Costa d’Avorio;Costa de Marfil;Costa do Marfim;Ivoorkust;Wybrzeże "
                    u"Kości Słoniowej"},
    std::pair{"TR", u"Turkey;Turkiye;Türkei;Turquie;Turchia;Turquía;Turquia;Turkije;Turcja;Turkiet;Турция;Туреччина;"
                    u"Τουρκία;تركيا;ترکیه;ترکی;טורקיה;तुर्की;তুরস্ক;ตุรกี;トルコ;터키;튀르키예;土耳其;Thổ Nhĩ Kỳ"},
    std::pair{"GR", u"EL;Hellas;Griechenland;Grèce;Grecia"},
    std::pair{"VA", u"Vatican;Vatican City;Holy See;Vatikan;Vaticano;Cité du Vatican;Città del Vaticano;Ciudad del "
                    u"Vaticano;Santa Sede;Saint-Siège"},
    std::pair{"VN", u"Vietnam"},
    std::pair{"LA", u"Laos"},
    std::pair{"SY", u"Syria"},
    std::pair{"IR", u"Iran;Persia;Irã;Irão"},
    std::pair{"MD", u"Moldova;Moldavia;Moldawien;Moldau;Moldavie"},
    std::pair{"MK", u"Macedonia;FYROM;North Macedonia;Mazedonien;Macédoine;Nordmazedonien;Macedonië;"
                    u"北マケドニア;มาซิโดเนียเหนือ;Bắc Macedonia"},
    std::pair{"SZ", u"Swaziland;Swasiland;Suazilandia;eSwatini;Kingdom of Eswatini;Eswatini;"
                    u"إسواتيني;エスワティニ;เอสวาตีนี"},
    std::pair{"MM", u"Burma;Birma;Birmanie;Birmania;Birmânia;Бирма"},
    std::pair{"CV", u"Cape Verde;Kap Verde;Cap-Vert;Capo Verde"},
    std::pair{"TL", u"East Timor;Osttimor;Timor Est;Timor Oriental"},
    std::pair{"PS", u"Palestine;Palestinian Territories"},
    std::pair{"MO", u"Macau"},
    std::pair{"HK", u"Hong Kong SAR"},
    std::pair{"BN", u"Brunei"},
    std::pair{"FK", u"Falkland Islands;Falklands;Malvinas"},
    std::pair{"FM", u"Micronesia"},
    std::pair{"CD", u"DR Congo;DRC;Congo Kinshasa;Democratic Republic of the Congo;Democratic Republic of "
                    u"Congo;Zaire;Kongo-Kinshasa;Congo-Kinshasa;RDC;DR Kongo;Demokratische Republik Kongo"},
    std::pair{"CG", u"Republic of the Congo;Congo Brazzaville;Kongo-Brazzaville;Congo-Brazzaville"},
    std::pair{"BY", u"Byelorussia;Belorussia;Weißrussland;Biélorussie;Bielorussia;Bielorrusia;Wit-Rusland;Vitryssland;"
                    u"Белоруссия;Białoruś;White Russia"},
    std::pair{"AE", u"UAE;Emirates;Vereinigte Arabische Emirate;VAE;Émirats arabes unis;EAU"},
    std::pair{"BA", u"Bosnia;Bosnia Herzegovina"},
    std::pair{"CN", u"PRC;Peoples Republic of China;Mainland China;VR China;Volksrepublik China"},
    std::pair{"IE", u"Republic of Ireland;Eire"},
    std::pair{"SA", u"KSA"},
    std::pair{"ZA", u"RSA"},
    std::pair{"SX", u"St Maarten"},
    std::pair{"WS", u"Western Samoa"},
    std::pair{"BQ", u"Bonaire;Caribbean Netherlands"},
    std::pair{"SH", u"Saint Helena"},
    std::pair{"VG", u"British Virgin Islands"},
    std::pair{"VI", u"US Virgin Islands"},
    std::pair{"MF", u"Saint Martin"},
    std::pair{"CC", u"Cocos Islands;Keeling Islands"},
    std::pair{"XK", u"Kosova;Kosowo;Kosovë;Косово;Republik Kosovo"},
    std::pair{"IN", u"Bharat;भारत"},
    std::pair{"LK", u"Ceylon"},
    std::pair{"TH", u"Siam;ประเทศไทย"},
    std::pair{"KH", u"Kampuchea"},
    std::pair{"BJ", u"Dahomey"},
    std::pair{"BF", u"Upper Volta"},
};

/// What the users of a language call a country, where neither ISO nor CLDR has it, or where it is another country's
/// code or a part of its name: languages, code, and names as above.
inline constexpr std::array countryNamesInLanguages{
    std::tuple{u"cs sk", "CZ", u"ČR;CR"},
    std::tuple{u"cs sk", "SK", u"SR"},
    std::tuple{u"es fr pt it ca gl", "GB", u"RU"},
    std::tuple{u"id ms", "US", u"AS;Amerika Serikat"},
    std::tuple{u"id ms", "GB", u"Inggris"},
    std::tuple{u"nl", "US", u"VS;V.S."},
    std::tuple{u"nl", "GB", u"VK;Verenigd Koninkrijk"},
    std::tuple{u"fi", "GB", u"Englanti;Iso-Britannia"},
    std::tuple{u"fi", "US", u"Amerikka;Yhdysvallat"},
    std::tuple{u"uk", "RU", u"Росія;РФ"},
    std::tuple{u"uk", "GB", u"Англія;Велика Британія"},
    std::tuple{u"ru", "RU", u"РФ"},
    std::tuple{u"el", "US", u"ΗΠΑ;Η.Π.Α.;Αμερική"},
    std::tuple{u"el", "GB", u"Αγγλία;Μεγάλη Βρετανία"},
    std::tuple{u"el", "TR", u"Τουρκία"},
    std::tuple{u"el", "KR", u"Νότια Κορέα"},
    std::tuple{u"el", "KP", u"Βόρεια Κορέα"},
    std::tuple{u"hi", "RU", u"रूस"},
    std::tuple{u"hi", "GB", u"ब्रिटेन;इंग्लैंड"},
    std::tuple{u"hi", "US", u"अमेरिका;अमरीका"},
    std::tuple{u"fa", "US", u"آمریکا;امریکا;ایالات متحده"},
    std::tuple{u"fa", "GB", u"انگلیس;انگلستان;بریتانیا"},
    std::tuple{u"fa", "TR", u"ترکیه"},
    std::tuple{u"fa", "IR", u"ایران"},
    std::tuple{u"fa", "KR", u"کره جنوبی"},
    std::tuple{u"fa", "KP", u"کره شمالی"},
    std::tuple{u"vi", "RU", u"Nga"},
    std::tuple{u"vi", "GB", u"Anh;Anh Quốc"},
    std::tuple{u"vi", "US", u"Mỹ;Hoa Kỳ"},
    std::tuple{u"vi", "JP", u"Nhật;Nhật Bản"},
    std::tuple{u"vi", "KR", u"Hàn Quốc"},
    std::tuple{u"vi", "KP", u"Triều Tiên"},
    std::tuple{u"vi", "IR", u"Iran"},
    std::tuple{u"zh", "KR", u"南韩;南韓"},
    std::tuple{u"zh", "KP", u"北韩;北韓"},
};

} // namespace lanyard
