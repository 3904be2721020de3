/// The telephone numbers of everybody's orientation sheet, as shipped; a lead amends them («catalog
/// amend telefonos»).
///
/// Sources: national emergency number (911); 079, national line of attention; 088, Guardia
/// Nacional; FEVIMTRA's line; the citizens' council's line against trafficking. To be checked by
/// each point before use.
package enum HelpNumbers {
    /// As shipped, in the order of the sheet.
    package static let shipped: [CatalogueEntry] = [
        entry(
            1, "911", "emergencia médica, policía o peligro", "medical emergency, police, danger"),
        entry(2, "079", "orientación y refugio para mujeres", "guidance, and refuge for women"),
        entry(3, "088", "denunciar extorsión o secuestro", "to report extortion or kidnapping"),
        entry(4, "8005533000", "trata de personas, confidencial", "trafficking, confidential"),
        entry(5, "8000085400", "FEVIMTRA, mujeres y trata", "FEVIMTRA, women and trafficking"),
    ]

    /// These, each as a lead reworded or retired it, and then those that were added.
    package static func inForce(_ own: [CatalogueEntry]) -> [CatalogueEntry] {
        let known = shipped.map { entry in own.first { $0.code == entry.code } ?? entry }
        let added = own.filter { entry in !shipped.contains { $0.code == entry.code } }
        return (known + added).filter { !$0.isRetired }
    }

    /// A number as people read it: `800 553 3000`.
    package static func spaced(_ code: String) -> String {
        guard code.count == 10 else { return code }
        return "\(code.prefix(3)) \(code.dropFirst(3).prefix(3)) \(code.suffix(4))"
    }

    private static func entry(_ id: Int, _ code: String, _ es: String, _ en: String)
        -> CatalogueEntry
    {
        var entry = CatalogueEntry(id: Identifier(id))
        (entry.catalogue, entry.code, entry.label, entry.english) = (
            CatalogueEntry.numbers, code, es, en
        )
        return entry
    }
}
