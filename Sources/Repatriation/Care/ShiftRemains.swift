/// What a shift leaves behind at its point: what the next lead takes over, and what closing a shift
/// tells.
package struct ShiftRemains: Sendable, Equatable {
    /// Everybody received and not out, wherever they are.
    package var inside = 0
    /// Those of them who are not in the building: in hospital, on the way.
    package var elsewhere = 0
    /// Those whom the point sent to another that has not received them: nobody else has them in
    /// charge.
    package var onTheWay = 0
    /// Children among those inside.
    package var children = 0
    /// Whom nobody has found.
    package var unlocated = 0
    /// Interviews that somebody has typed and not saved; nil to whoever may not know of each.
    package var drafts: Int?
    /// Medicines due within ``doseHours``.
    package var doses = 0
    /// Bags that the point keeps.
    package var bags = 0
    /// Papers issued and not delivered.
    package var papers = 0
    /// Those outside who ask for somebody, and have no answer; nil to whoever may not know.
    package var inquiries: Int?
    /// Folios of the drawer's sheets that are neither used nor void.
    package var sheets = 0
    /// Desks that are not closed.
    package var desks = 0
    /// Which services those inside want.
    package var routes = RouteCounts()
    /// Within how many hours a medicine is told of.
    package static let doseHours = 8

    /// Nothing.
    package init() {}

    /// Those who are to be counted when somebody walks through the building.
    package var inBuilding: Int { inside - elsewhere }

    /// Somebody is in the charge of whoever led the shift: inside, or sent and not received.
    package var isInCharge: Bool { inside + onTheWay > 0 }

    /// What an answer of `send` says of it: counts alone.
    package var json: JSON {
        [
            "inside": .int(inside), "elsewhere": .int(elsewhere), "onTheWay": .int(onTheWay),
            "children": .int(children),
            "unlocated": .int(unlocated), "drafts": JSON(drafts), "doses": .int(doses),
            "bags": .int(bags), "papers": .int(papers), "sheets": .int(sheets),
            "desks": .int(desks), "inquiries": JSON(inquiries), "routes": routes.json,
        ]
    }

    /// What is there, in one sentence; what there is none of is not named.
    package var words: Bilingual {
        let parts: [(Int, Bilingual)] = [
            (onTheWay, Bilingual("en camino", "on the way")),
            (children, Bilingual("NNA", "children")),
            (unlocated, Bilingual("sin ubicar", "not located")),
            (drafts ?? 0, Bilingual("entrevistas a medias", "unfinished interviews")),
            (doses, Bilingual("medicinas por dar", "medicines due")),
            (papers, Bilingual("en charola", "in the tray")),
            (bags, Bilingual("bolsas en custodia", "bags kept")),
            (inquiries ?? 0, Bilingual("preguntan por", "asked for")),
            (sheets, Bilingual("folios de contingencia", "contingency folios")),
        ].filter { $0.0 > 0 }
        func joined(_ language: Language) -> String {
            (parts.map { "\($0.1(language)) \($0.0)" } + [routes.words(language)])
                .filter { !$0.isEmpty }.joined(separator: " · ")
        }
        return Bilingual(joined(.es), joined(.en))
    }
}
