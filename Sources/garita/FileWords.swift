import Repatriation
import Screens
import Store

/// Values as a paper says them: words and hours of the point's clock, never codes, numbers of the store or
/// milliseconds. The one place that turns a field of a file into words.
struct FileWords {
    private let store: Store
    private let language: Language
    private let home: PointCode?

    /// Words of one store; hours that belong to no point are told by the clock of `home`.
    init(_ store: Store, _ language: Language, at home: PointCode?) {
        (self.store, self.language, self.home) = (store, language, home)
    }

    /// A value in words; nil where nothing is to be said: no value, or a number that only this store understands.
    func of(_ value: Value, _ field: String, of kind: EntityKind, _ point: PointCode?) throws -> String? {
        switch value {
        case .null: return nil
        case .int(let number): return try words(number, field, point)
        case .text(let text):
            guard !text.isEmpty, !FieldLabels.inner.contains(field) else { return nil }
            if let codes = CodeWords.of(text, of: field, in: kind) { return codes(language) }
            if field == "point" { return try PointCode(text).flatMap { try store.point($0)?.name } ?? text }
            if field == "sent" { return try sent(text) }
            if let asked = FieldLabels.asked[field] { return try answer(text, asked.rawValue) }
            return CivilDate(text: text)?.shown ?? text
        }
    }

    private func words(_ number: Int, _ field: String, _ point: PointCode?) throws -> String? {
        if FieldLabels.instants.contains(field) { return try clock(Instant(milliseconds: number), point) }
        if FieldLabels.yesOrNo.contains(field) {
            return (number == 1 ? Bilingual("sí", "yes") : Bilingual("no", "no"))(language)
        }
        if FieldLabels.officers.contains(field) { return try store.officer(Identifier(number))?.name ?? "–" }
        return FieldLabels.counts.contains(field) ? String(number) : nil
    }

    /// An answer of the interview, or of the questions asked later, in words.
    func answer(_ text: String, _ name: String) throws -> String {
        if let field = ProfileField(rawValue: name) {
            let lists = try store.lists(naming: ProfileField.places.contains(field) ? [text] : [])
            return lists.words(text, field.question)(language)
        }
        return Question.openAnswers.first { $0.code == text }?.label(language) ?? yes(text) ?? text
    }

    private func yes(_ text: String) -> String? {
        switch text {
        case "yes": Bilingual("sí", "yes")(language)
        case "no": Bilingual("no", "no")(language)
        default: nil
        }
    }

    /// What an institution was sent of somebody, which is kept as it was sent.
    private func sent(_ text: String) throws -> String? {
        guard case .object(let members)? = try JSONReader().read(text) else { return nil }
        let parts = try members.sorted { $0.key < $1.key }.compactMap { key, value -> String? in
            let said =
                if let number = value.integer { String(number) } else {
                    try value.text.map { try of(.text($0), key, of: .reception, home) ?? $0 } ?? nil
                }
            return said.map { "\(FieldLabels.of(key)(language)) \($0)" }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// `12/11/2026 10:04` of the point's own clock, with its name.
    func clock(_ instant: Instant, _ code: PointCode?) throws -> String {
        guard let code = code ?? home, let point = try store.point(code) else { return instant.text }
        let local = try store.zone(point.zone).local(instant)
        return "\(local.day.shown) \(local.clock) \(point.name)"
    }
}
