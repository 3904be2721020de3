/// The receiving points shipped: the nine border modules on, auxiliary points off. All of it is
/// editable data.
///
/// Sources: INM, directory of repatriation modules (2010–2016); INEGI municipality keys; US
/// counterparts from the Local Repatriation Arrangements of February 2016; windows 05:00–22:00 and,
/// for vulnerable people, 08:00–18:00.
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

    /// The catalogue as shipped, with identifiers from `source`.
    package static func make(_ source: inout IdentifierSource) -> [ReceivingPoint] {
        table.split(separator: "\n").map { line in
            let fields = line.split(separator: "|").map(String.init)
            var point = ReceivingPoint(id: source.next())
            point.code = PointCode(fields[0]) ?? point.code
            point.zone = fields[1]
            point.municipality = fields[2]
            point.desks = Int(fields[3]) ?? 1
            point.kind = PointKind(rawValue: fields[4]) ?? .border
            point.isActive = point.kind == .border
            point.name = fields[5]
            point.port = fields[6]
            point.counterpart = fields[7]
            point.hours = RuleWindow.shipped
            return point
        }
    }
}

extension NinePoints {
    /// The zones that the shipped points use.
    package static let zones: [String] = table.split(separator: "\n").map { line in
        String(line.split(separator: "|")[1])
    }
}
