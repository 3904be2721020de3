/// The 32 states and «born abroad», with INEGI's number, RENAPO's two letters and ISO 3166-2.
///
/// Source: INEGI, Marco Geoestadístico; RENAPO, Instructivo de la CURP, anexo 1; ISO 3166-2:MX.
package struct MexicanState: Sendable, Equatable {
    /// RENAPO's two letters; `NE` is born abroad.
    package let code: String
    /// INEGI's two digits.
    package let inegi: String
    /// ISO 3166-2, nil for abroad.
    package let iso: String?
    /// The name as it is written.
    package let name: String
    /// Other ways officers and lists write it, compared without accents.
    package let aliases: [String]

    /// Every entry, in INEGI's order.
    package static let all: [MexicanState] = """
        AS 01 AGU Aguascalientes|ags|aguas
        BC 02 BCN Baja California|bcn|baja california norte
        BS 03 BCS Baja California Sur|bcs
        CC 04 CAM Campeche|camp
        CL 05 COA Coahuila|coah|coahuila de zaragoza
        CM 06 COL Colima|col
        CS 07 CHP Chiapas|chis|chps
        CH 08 CHH Chihuahua|chih
        DF 09 CMX Ciudad de México|cdmx|distrito federal|d f|cd de mexico|cd mexico|mexico city|mexico df
        DG 10 DUR Durango|dgo
        GT 11 GUA Guanajuato|gto
        GR 12 GRO Guerrero|gro
        HG 13 HID Hidalgo|hgo
        JC 14 JAL Jalisco|jal
        MC 15 MEX México|edomex|estado de mexico|edo de mexico|mex|edo de mex|estado de mex|edo mexico|estado mexico
        MN 16 MIC Michoacán|mich|michoacan de ocampo
        MS 17 MOR Morelos|mor
        NT 18 NAY Nayarit|nay
        NL 19 NLE Nuevo León|n l|nvo leon|nvo l
        OC 20 OAX Oaxaca|oax
        PL 21 PUE Puebla|pue
        QT 22 QUE Querétaro|qro|queretaro de arteaga|queretaro arteaga
        QR 23 ROO Quintana Roo|q roo|qroo
        SP 24 SLP San Luis Potosí|slp|s l potosi
        SL 25 SIN Sinaloa|sin
        SR 26 SON Sonora|son
        TC 27 TAB Tabasco|tab
        TS 28 TAM Tamaulipas|tamps
        TL 29 TLA Tlaxcala|tlax
        VZ 30 VER Veracruz|ver|veracruz de ignacio de la llave|veracruz llave
        YN 31 YUC Yucatán|yuc
        ZS 32 ZAC Zacatecas|zac
        NE 99 - Nacido en el extranjero|extranjero|nacida en el extranjero|abroad
        """.split(separator: "\n").compactMap { MexicanState(line: $0) }

    private static let byCode = Dictionary(
        all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    private static let byName = Dictionary(
        all.flatMap { state in ([state.name] + state.aliases).map { (NameText.folded($0), state) }
        },
        uniquingKeysWith: { first, _ in first })

    /// The state with RENAPO's two letters.
    package init?(curpCode: String) {
        guard let state = MexicanState.byCode[curpCode] else { return nil }
        self = state
    }

    /// The state that an officer or a list means: two letters, INEGI's number, a name or a known
    /// short form.
    package init?(typed: String) {
        let upper = typed.trimmed.uppercased()
        let found =
            MexicanState.byCode[upper] ?? MexicanState.byName[NameText.folded(typed)]
            ?? MexicanState.all.first { $0.inegi == upper }
        guard let found else { return nil }
        self = found
    }

    /// The only state whose name or short form begins so, from three letters on.
    package init?(beginning typed: String) {
        let start = NameText.folded(typed)
        guard start.count > 2 else { return nil }
        let found = MexicanState.all.filter { state in
            ([state.name] + state.aliases).contains { NameText.folded($0).hasPrefix(start) }
        }
        guard let state = found.first, found.count == 1 else { return nil }
        self = state
    }

    /// The state as lists write it: with dots (`B.C.S.`), the country behind it, ISO's letters
    /// (`MX-OAX`), INEGI's number without its zero, or behind a place («Tijuana, B.C.»). A state or
    /// the name of the United States is abroad.
    package init?(written text: String) {
        var parts = text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        if parts.count > 1, ListWords.isMexico(parts[parts.count - 1]) { parts.removeLast() }
        guard let last = parts.last else { return nil }
        var words = NameText.folded(last).split(separator: " ").map(String.init)
        if words.count > 1, words[0] == "mx" { words.removeFirst() }
        let joined = words.joined()
        let found =
            MexicanState(typed: words.joined(separator: " ")) ?? MexicanState(typed: joined)
            ?? MexicanState.all.first { $0.iso?.lowercased() == "mx-\(joined)" }
            ?? MexicanState.all.first { $0.inegi == "0\(joined)" }
        if let found {
            self = found
        } else if MexicanState.isAbroad(last, joined), let abroad = MexicanState(curpCode: "NE") {
            self = abroad
        } else {
            return nil
        }
    }

    private static func isAbroad(_ text: String, _ joined: String) -> Bool {
        let names: Set<String> = [
            "eua", "eeuu", "usa", "us", "unitedstates", "unitedstatesofamerica", "estadosunidos",
            "estadosunidosdeamerica", "estadosunidosdenorteamerica",
        ]
        return names.contains(joined) || joined.count > 2 && USState.code(typed: text) != nil
    }

    /// Whether two letters are a code and the beginning of no other state: then nothing more needs
    /// to be typed.
    package static func isWhole(_ typed: String) -> Bool {
        guard typed.count == 2, let state = byCode[typed.uppercased()] else { return false }
        let start = NameText.folded(typed)
        return !all.contains { other in
            other.code != state.code
                && ([other.name] + other.aliases).contains { NameText.folded($0).hasPrefix(start) }
        }
    }

    private init?(line: Substring) {
        let fields = line.split(separator: "|").map(String.init)
        let head = fields[0].split(separator: " ", maxSplits: 3).map(String.init)
        guard head.count == 4 else { return nil }
        (code, inegi, iso, name) = (
            head[0], head[1], head[2] == "-" ? nil : "MX-\(head[2])", head[3]
        )
        aliases = Array(fields.dropFirst())
    }
}

/// The states of the United States, the capital and three territories, stored as `US-TX` (ISO
/// 3166-2:US).
package enum USState {
    private static let table: [(code: String, name: String)] = """
        AL Alabama;AK Alaska;AZ Arizona;AR Arkansas;CA California;CO Colorado;CT Connecticut;\
        DE Delaware;DC Distrito de Columbia;FL Florida;GA Georgia;HI Hawái;ID Idaho;IL Illinois;\
        IN Indiana;IA Iowa;KS Kansas;KY Kentucky;LA Luisiana;ME Maine;MD Maryland;\
        MA Massachusetts;MI Míchigan;MN Minnesota;MS Misisipi;MO Misuri;MT Montana;NE Nebraska;\
        NV Nevada;NH Nuevo Hampshire;NJ Nueva Jersey;NM Nuevo México;NY Nueva York;\
        NC Carolina del Norte;ND Dakota del Norte;OH Ohio;OK Oklahoma;OR Oregón;PA Pensilvania;\
        RI Rhode Island;SC Carolina del Sur;SD Dakota del Sur;TN Tennessee;TX Texas;UT Utah;\
        VT Vermont;VA Virginia;WA Washington;WV Virginia Occidental;WI Wisconsin;WY Wyoming;\
        PR Puerto Rico;GU Guam;VI Islas Vírgenes
        """.split(separator: ";").map { line in
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            return ("US-\(words[0])", words[1])
        }

    /// The names in English that differ from those in Spanish.
    private static let english: [String: String] = [
        "hawaii": "US-HI", "louisiana": "US-LA", "michigan": "US-MI", "mississippi": "US-MS",
        "missouri": "US-MO",
        "new hampshire": "US-NH", "new jersey": "US-NJ", "new mexico": "US-NM", "new york": "US-NY",
        "north carolina": "US-NC",
        "north dakota": "US-ND", "oregon": "US-OR", "pennsylvania": "US-PA",
        "south carolina": "US-SC",
        "south dakota": "US-SD", "west virginia": "US-WV", "district of columbia": "US-DC",
        "virgin islands": "US-VI",
    ]

    /// Every code with its prefix.
    package static let codes: [String] = table.map(\.code)

    /// The name of a code.
    package static func name(_ code: String) -> String? { table.first { $0.code == code }?.name }

    /// Two letters that are a code and the beginning of no other state's name: «ar» may go on to
    /// Arizona.
    package static func isWhole(_ text: String) -> Bool {
        guard text.count == 2, let code = code(typed: text) else { return false }
        let wanted = NameText.folded(text)
        let names =
            table.map { (NameText.folded($0.name), $0.code) } + english.map { ($0.key, $0.value) }
        return names.allSatisfy { name, other in other == code || !name.hasPrefix(wanted) }
    }

    /// The stored code for what was typed: `TX`, `US-TX`, a name in either language, or the
    /// beginning of only one.
    package static func code(typed: String) -> String? {
        let upper = typed.trimmed.uppercased()
        let full = upper.hasPrefix("US-") ? upper : "US-\(upper)"
        if codes.contains(full) { return full }
        let folded = NameText.folded(typed)
        guard folded.count > 2 else { return nil }
        if let exact = foldedNames.first(where: { $0.name == folded }) { return exact.code }
        let found = Set(foldedNames.filter { $0.name.hasPrefix(folded) }.map(\.code))
        return found.count == 1 ? found.first : nil
    }

    /// Folded once: a form asks with every key.
    private static let foldedNames: [(name: String, code: String)] =
        table.map { (NameText.folded($0.name), $0.code) } + english.map { ($0.key, $0.value) }
}
