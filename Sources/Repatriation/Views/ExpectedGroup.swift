/// A group that is announced, with when it is expected by the point's clock.
package struct ExpectedGroup: Sendable, Equatable {
    /// Which, as the reader may see it.
    package let group: Group
    /// When; nil where nobody said.
    package let at: LocalTime?

    /// A group on its way.
    package init(_ group: Group, at: LocalTime?) { (self.group, self.at) = (group, at) }

    /// What comes, in a few words, without a name.
    package var words: Bilingual {
        let mode = group.mode == .notStated ? nil : group.mode.label
        let parts = [
            mode, group.declared.map { Bilingual("\($0) personas", "\($0) people") },
            group.isOutOfHours ? Bilingual("fuera de horario", "out of hours") : nil,
        ].compactMap { $0 }
        func said(_ language: Language) -> String {
            parts.map { ", " + $0(language) }.joined()
        }
        let hour = at.map { " \($0.clock)" } ?? ""
        return Bilingual(
            "se espera \(group.name)\(hour)\(said(.es))",
            "\(group.name) is expected\(hour)\(said(.en))")
    }

    /// What to do if it comes: one sentence, without a name.
    package var sentence: Bilingual {
        let hour = at?.clock
        let people = [
            group.declared.map { Bilingual("\($0) personas", "\($0) people") },
            group.children.flatMap { $0 > 0 ? Bilingual("\($0) NNA", "\($0) children") : nil },
            group.medical.flatMap { $0 > 0 ? Bilingual("\($0) de salud", "\($0) medical") : nil },
        ].compactMap { $0 }
        func who(_ language: Language) -> String {
            people.isEmpty ? "" : " (" + people.map { $0(language) }.joined(separator: ", ") + ")"
        }
        let then =
            group.isOutOfHours
            ? Bilingual(
                "fuera de horario, avise a consulado y enlace",
                "out of hours, tell consulate and liaison")
            : (group.children ?? 0) > 0
                ? Bilingual("avise antes a la OPI y a DIF", "tell child protection and DIF before")
                : Bilingual("conteo en la línea y pase de lista", "count at the line, roll call")
        return Bilingual(
            "Si llega \(group.name)\(hour.map { " a las \($0)" } ?? "")\(who(.es)): \(then.es).",
            "If \(group.name) comes\(hour.map { " at \($0)" } ?? "")\(who(.en)): \(then.en).")
    }
}
