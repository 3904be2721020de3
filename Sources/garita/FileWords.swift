import Repatriation
import Store

/// What values say, for one store and in one language: names of points and officers, hours of the
/// point's clock, words of the lists. What a field says at all is the field's own to say
/// (``Meaning``).
struct FileWords {
    private let store: Store
    private let language: Language
    private let home: PointCode?

    /// Words of one store; hours that belong to no point are told by the clock of `home`.
    init(_ store: Store, _ language: Language, at home: PointCode?) {
        (self.store, self.language, self.home) = (store, language, home)
    }

    /// What is said, by what it is called: one pair, or one for each answer; none where nothing is
    /// to be said. `name` is the field's hand-given one.
    func lines(
        _ said: Meaning, _ name: String, in kind: EntityKind, at point: PointCode?
    ) throws -> [(name: String, label: String, text: String)] {
        if case .survey(let given) = said { return try lines(given) }
        guard case .answers(let answers) = said else {
            let label = FieldLabels.of(name, in: kind)(language)
            return try text(said, at: point).map { [(name, label, $0)] } ?? []
        }
        return try answers.sorted { $0.key < $1.key }.flatMap { field, answer in
            try lines(.answer(answer, to: field), field, in: kind, at: point)
        }
    }

    /// Answers to a survey, in the words of the version that was asked; what it has no words for any
    /// more stands as it is kept.
    private func lines(
        _ given: SurveyAnswers
    ) throws -> [(name: String, label: String, text: String)] {
        let form = try store.survey(given.survey, version: given.version)?.form
        return given.answers.values.sorted { $0.key < $1.key }.map { code, answer in
            let question = form?.questions.first { $0.code == code }
            return (
                "\(given.survey).\(code)", question?.label(language) ?? code,
                question?.words(answer)(language) ?? answer
            )
        }
    }

    private func text(_ said: Meaning, at point: PointCode?) throws -> String? {
        switch said {
        case .nothing, .answers, .survey: nil
        case .text(let text): text
        case .words(let words): words(language)
        case .moment(let instant): try clock(instant, point)
        case .point(let code): try store.point(code)?.name ?? code.text
        case .officer(let id): try store.officer(id)?.name ?? "–"
        case .provider(let id): try store.provider(id)?.name ?? "–"
        case .answer(let text, let field): try answer(text, field)
        case .members(let text): try members(JSONReader().read(text))
        }
    }

    private func answer(_ text: String, _ field: ProfileField) throws -> String {
        let lists = try store.lists(naming: ProfileField.places.contains(field) ? [text] : [])
        return lists.words(text, field.question)(language)
    }

    /// What an institution was sent of somebody, or what was asked for, which is kept as it was.
    private func members(_ json: JSON?) throws -> String? {
        guard case .object(let members)? = json else { return nil }
        let parts = try members.sorted { $0.key < $1.key }.compactMap { name, value -> String? in
            if case .object = value { return try self.members(value) }
            return try text(.member(name, value), at: home).map {
                "\(FieldLabels.of(name)(language)) \($0)"
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// `12/11/2026 10:04` of the point's own clock, with its name.
    func clock(_ instant: Instant, _ code: PointCode?) throws -> String {
        guard let code = code ?? home, let point = try store.point(code) else {
            return instant.text
        }
        let local = try store.zone(point.zone).local(instant)
        return "\(local.day.shown) \(local.clock) \(point.name)"
    }
}
