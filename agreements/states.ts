/**
 * States by ISO 3166-1 code, with short name and time zone of the capital: for tables, in which a Party is a code. Frozen here, since a
 * name that followed the system would change descriptions. Also some former States, and the European Union.
 */

export interface State {
  name: string;
  zone: string;
}

/** Returns the State with a code, if it is known here. */
export const stateOf = (code: string): State | undefined => states.get(code);

/** Code, zone of the capital, name. */
const listed = `
AD Europe/Andorra Andorra
AE Asia/Dubai United Arab Emirates
AF Asia/Kabul Afghanistan
AG America/Antigua Antigua and Barbuda
AL Europe/Tirane Albania
AM Asia/Yerevan Armenia
AO Africa/Luanda Angola
AR America/Argentina/Buenos_Aires Argentina
AT Europe/Vienna Austria
AU Australia/Sydney Australia
AZ Asia/Baku Azerbaijan
BA Europe/Sarajevo Bosnia and Herzegovina
BB America/Barbados Barbados
BD Asia/Dhaka Bangladesh
BE Europe/Brussels Belgium
BF Africa/Ouagadougou Burkina Faso
BG Europe/Sofia Bulgaria
BH Asia/Bahrain Bahrain
BI Africa/Bujumbura Burundi
BJ Africa/Porto-Novo Benin
BN Asia/Brunei Brunei
BO America/La_Paz Bolivia
BR America/Sao_Paulo Brazil
BS America/Nassau Bahamas
BT Asia/Thimphu Bhutan
BW Africa/Gaborone Botswana
BY Europe/Minsk Belarus
BZ America/Belize Belize
CA America/Toronto Canada
CD Africa/Kinshasa Democratic Republic of the Congo
CF Africa/Bangui Central African Republic
CG Africa/Brazzaville Congo
CH Europe/Zurich Switzerland
CI Africa/Abidjan Côte d'Ivoire
CL America/Santiago Chile
CM Africa/Douala Cameroon
CN Asia/Shanghai China
CO America/Bogota Colombia
CR America/Costa_Rica Costa Rica
CS Europe/Prague Czechoslovakia
CU America/Havana Cuba
CV Atlantic/Cape_Verde Cabo Verde
CY Asia/Nicosia Cyprus
CZ Europe/Prague Czechia
DD Europe/Berlin German Democratic Republic
DE Europe/Berlin Germany
DJ Africa/Djibouti Djibouti
DK Europe/Copenhagen Denmark
DM America/Dominica Dominica
DO America/Santo_Domingo Dominican Republic
DZ Africa/Algiers Algeria
EC America/Guayaquil Ecuador
EE Europe/Tallinn Estonia
EG Africa/Cairo Egypt
ER Africa/Asmara Eritrea
ES Europe/Madrid Spain
ET Africa/Addis_Ababa Ethiopia
EU Europe/Brussels European Union
FI Europe/Helsinki Finland
FJ Pacific/Fiji Fiji
FM Pacific/Pohnpei Micronesia
FR Europe/Paris France
GA Africa/Libreville Gabon
GB Europe/London United Kingdom
GD America/Grenada Grenada
GE Asia/Tbilisi Georgia
GH Africa/Accra Ghana
GM Africa/Banjul Gambia
GN Africa/Conakry Guinea
GQ Africa/Malabo Equatorial Guinea
GR Europe/Athens Greece
GT America/Guatemala Guatemala
GW Africa/Bissau Guinea-Bissau
GY America/Guyana Guyana
HN America/Tegucigalpa Honduras
HR Europe/Zagreb Croatia
HT America/Port-au-Prince Haiti
HU Europe/Budapest Hungary
ID Asia/Jakarta Indonesia
IE Europe/Dublin Ireland
IL Asia/Jerusalem Israel
IN Asia/Kolkata India
IQ Asia/Baghdad Iraq
IR Asia/Tehran Iran
IS Atlantic/Reykjavik Iceland
IT Europe/Rome Italy
JM America/Jamaica Jamaica
JO Asia/Amman Jordan
JP Asia/Tokyo Japan
KE Africa/Nairobi Kenya
KG Asia/Bishkek Kyrgyzstan
KH Asia/Phnom_Penh Cambodia
KI Pacific/Tarawa Kiribati
KM Indian/Comoro Comoros
KN America/St_Kitts Saint Kitts and Nevis
KP Asia/Pyongyang Democratic People's Republic of Korea
KR Asia/Seoul Republic of Korea
KW Asia/Kuwait Kuwait
KZ Asia/Almaty Kazakhstan
LA Asia/Vientiane Lao People's Democratic Republic
LB Asia/Beirut Lebanon
LC America/St_Lucia Saint Lucia
LI Europe/Vaduz Liechtenstein
LK Asia/Colombo Sri Lanka
LR Africa/Monrovia Liberia
LS Africa/Maseru Lesotho
LT Europe/Vilnius Lithuania
LU Europe/Luxembourg Luxembourg
LV Europe/Riga Latvia
LY Africa/Tripoli Libya
MA Africa/Casablanca Morocco
MC Europe/Monaco Monaco
MD Europe/Chisinau Republic of Moldova
ME Europe/Podgorica Montenegro
MG Indian/Antananarivo Madagascar
MH Pacific/Majuro Marshall Islands
MK Europe/Skopje North Macedonia
ML Africa/Bamako Mali
MM Asia/Yangon Myanmar
MN Asia/Ulaanbaatar Mongolia
MR Africa/Nouakchott Mauritania
MT Europe/Malta Malta
MU Indian/Mauritius Mauritius
MV Indian/Maldives Maldives
MW Africa/Blantyre Malawi
MX America/Mexico_City Mexico
MY Asia/Kuala_Lumpur Malaysia
MZ Africa/Maputo Mozambique
NA Africa/Windhoek Namibia
NE Africa/Niamey Niger
NG Africa/Lagos Nigeria
NI America/Managua Nicaragua
NL Europe/Amsterdam Netherlands
NO Europe/Oslo Norway
NP Asia/Kathmandu Nepal
NR Pacific/Nauru Nauru
NZ Pacific/Auckland New Zealand
OM Asia/Muscat Oman
PA America/Panama Panama
PE America/Lima Peru
PG Pacific/Port_Moresby Papua New Guinea
PH Asia/Manila Philippines
PK Asia/Karachi Pakistan
PL Europe/Warsaw Poland
PS Asia/Hebron Palestine
PT Europe/Lisbon Portugal
PW Pacific/Palau Palau
PY America/Asuncion Paraguay
QA Asia/Qatar Qatar
RO Europe/Bucharest Romania
RS Europe/Belgrade Serbia
RU Europe/Moscow Russian Federation
RW Africa/Kigali Rwanda
SA Asia/Riyadh Saudi Arabia
SB Pacific/Guadalcanal Solomon Islands
SC Indian/Mahe Seychelles
SD Africa/Khartoum Sudan
SE Europe/Stockholm Sweden
SG Asia/Singapore Singapore
SI Europe/Ljubljana Slovenia
SK Europe/Bratislava Slovakia
SL Africa/Freetown Sierra Leone
SM Europe/San_Marino San Marino
SN Africa/Dakar Senegal
SO Africa/Mogadishu Somalia
SR America/Paramaribo Suriname
SS Africa/Juba South Sudan
ST Africa/Sao_Tome Sao Tome and Principe
SU Europe/Moscow Union of Soviet Socialist Republics
SV America/El_Salvador El Salvador
SY Asia/Damascus Syrian Arab Republic
SZ Africa/Mbabane Eswatini
TD Africa/Ndjamena Chad
TG Africa/Lome Togo
TH Asia/Bangkok Thailand
TJ Asia/Dushanbe Tajikistan
TL Asia/Dili Timor-Leste
TM Asia/Ashgabat Turkmenistan
TN Africa/Tunis Tunisia
TO Pacific/Tongatapu Tonga
TR Europe/Istanbul Türkiye
TT America/Port_of_Spain Trinidad and Tobago
TV Pacific/Funafuti Tuvalu
TZ Africa/Dar_es_Salaam Tanzania
UA Europe/Kiev Ukraine
UG Africa/Kampala Uganda
US America/New_York United States of America
UY America/Montevideo Uruguay
UZ Asia/Tashkent Uzbekistan
VA Europe/Vatican Holy See
VC America/St_Vincent Saint Vincent and the Grenadines
VE America/Caracas Venezuela
VN Asia/Ho_Chi_Minh Viet Nam
VU Pacific/Efate Vanuatu
WS Pacific/Apia Samoa
YE Asia/Aden Yemen
YU Europe/Belgrade Yugoslavia
ZA Africa/Johannesburg South Africa
ZM Africa/Lusaka Zambia
ZW Africa/Harare Zimbabwe
`;

const states: ReadonlyMap<string, State> = new Map(
  listed
    .trim()
    .split('\n')
    .map(line => {
      const [code, zone, ...name] = line.split(' ');
      return [code!, { name: name.join(' '), zone: zone! }];
    }),
);
