/// The receiving points shipped: the nine border modules on, auxiliary points and airports off. All
/// of it is editable data.
///
/// Sources: INM, directory of repatriation modules (2010–2016); INEGI municipality keys; US
/// counterparts from the Local Repatriation Arrangements of February 2016; windows 05:00–22:00 and,
/// for vulnerable people, 08:00–18:00; official names as in INM's daily base of 2024, airports from the
/// press of 2024 and 2025.
package enum NinePoints {
    /// One line a point: code, zone, municipality key, desks, kind, name, port, US counterpart.
    static let table = """
        TIJ|America/Tijuana|02004|4|border|Tijuana|El Chaparral|San Ysidro, CA
        MXL|America/Tijuana|02002|2|border|Mexicali|Mexicali I|Calexico West, CA
        NOG|America/Hermosillo|26043|4|border|Nogales|Nogales I (Dennis DeConcini)|Nogales, AZ
        CJS|America/Ciudad_Juarez|08037|4|border|Ciudad Juárez|Paso del Norte|El Paso, TX
        ACU|America/Matamoros|05002|2|border|Ciudad Acuña|Puente Acuña–Del Río|Del Rio, TX
        PDN|America/Matamoros|05025|2|border|Piedras Negras|Puente II Coahuila 2000|Eagle Pass, TX
        NLD|America/Matamoros|28027|3|border|Nuevo Laredo|Nuevo Laredo II Juárez-Lincoln|Laredo, TX
        REY|America/Matamoros|28032|3|border|Reynosa|Reynosa-Hidalgo|Hidalgo, TX
        MAT|America/Matamoros|28022|4|border|Matamoros|Puerta México (Matamoros II)|Brownsville, TX
        SLR|America/Hermosillo|26055|2|auxiliary|San Luis Río Colorado|San Luis Río Colorado|San Luis, AZ
        OJI|America/Ojinaga|08052|1|auxiliary|Ojinaga|Ojinaga|Presidio, TX
        AGP|America/Hermosillo|26002|1|auxiliary|Agua Prieta|Agua Prieta|Douglas, AZ
        NAC|America/Hermosillo|26039|1|auxiliary|Naco|Naco|Naco, AZ
        SON|America/Hermosillo|26070|1|auxiliary|Sonoyta|Sonoyta|Lukeville, AZ
        """

    /// Airports, in the same form.
    private static let airports = """
        NLU|America/Mexico_City|15120|2|air|Zumpango (AIFA)|Aeropuerto Felipe Ángeles|
        VSA|America/Mexico_City|27004|2|air|Villahermosa|Aeropuerto de Villahermosa|
        TAP|America/Mexico_City|07089|2|air|Tapachula|Aeropuerto de Tapachula|
        """

    /// As INM's daily base writes them.
    static let officialNames = Dictionary(
        uniqueKeysWithValues: """
            TIJ|Punto de Internación El Chaparral, B.C.
            MXL|Representación Local Mexicali I Punto de Internación
            CJS|Puente Internacional Garita Libertad-Chihuahua (Juárez)
            OJI|Puente Internacional Ojinaga-Chihuahua
            PDN|Puente Internacional Puerta de México - Piedras Negras Coahuila
            ACU|Puente Internacional Puerta de México, Ciudad Acuña
            NOG|Garita Nogales I, Son.
            SLR|Punto de Internacion San Luis Rio Colorado, Son.
            REY|Puente Internacional Benito Juárez, Reynosa
            NLD|Puente Internacional Juárez-Lincoln, Nuevo Laredo
            MAT|Puente Internacional Puerta de México, Matamoros
            NLU|Aeropuerto Internacional Felipe Ángeles
            """.split(separator: "\n").map { line in
                (String(line.prefix(3)), String(line.dropFirst(4)))
            })

    /// The points on the border as shipped, with identifiers from `source`; those named are on, the
    /// nine modules where none is.
    package static func make(
        _ source: inout IdentifierSource, on active: Set<PointCode>? = nil
    ) -> [ReceivingPoint] {
        points(table, &source, active ?? nine)
    }

    /// The airports, off but for those named.
    package static func makeAirports(
        _ source: inout IdentifierSource, on active: Set<PointCode>? = nil
    ) -> [ReceivingPoint] {
        points(airports, &source, active ?? [])
    }

    private static func points(
        _ table: String, _ source: inout IdentifierSource, _ active: Set<PointCode>
    ) -> [ReceivingPoint] {
        lines(table).map { fields in
            var point = ReceivingPoint(id: source.next())
            point.code = PointCode(fields[0]) ?? point.code
            point.zone = fields[1]
            point.municipality = fields[2]
            point.desks = Int(fields[3]) ?? 1
            point.kind = PointKind(rawValue: fields[4]) ?? .border
            point.isActive = active.contains(point.code)
            point.name = fields[5]
            point.port = fields[6]
            point.counterpart = fields[7]
            point.hours = RuleWindow.shipped
            return point
        }
    }

    /// The nine border modules of 2010–2016.
    package static let nine = codes { $0[4] == PointKind.border.rawValue }
    /// INM's modules of 2026: the nine, San Luis Río Colorado and Ojinaga.
    package static let eleven = nine.union(codes { ["SLR", "OJI"].contains($0[0]) })
    /// Every point that there is.
    package static let all = codes { _ in true }

    private static func codes(_ isMeant: ([String]) -> Bool) -> Set<PointCode> {
        let lines = lines(table) + lines(airports)
        return Set(lines.filter(isMeant).compactMap { PointCode($0[0]) })
    }

    private static func lines(_ table: String) -> [[String]] {
        table.split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
    }
}

extension NinePoints {
    /// The zones that the shipped points use.
    package static let zones: [String] = (lines(table) + lines(airports)).map { $0[1] }
}
