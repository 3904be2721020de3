/// Answers of the interview: what else came before it stands in the same act, or nothing does.
package struct SaveProfile: AttentionAct {
    package static let row = ActRow<Self>(
        .saveProfile, .interview,
        [
            given, .codes("fromGroup", \.fromGroup),
            .object("person", PersonData.parameters, \.person), noticed, .code("proof", \.proof),
        ])

    /// Required; an empty answer takes one back.
    private static let given = Parameter<SaveProfile>(
        "answers", .object(texts: ProfileField.self), required: true,
        read: { reader, act throws(Refusal) in
            guard var nested = try reader.nested("answers") else {
                throw Refusal(.missingField, ["field": "answers"])
            }
            for name in nested.memberNames {
                guard let field = ProfileField(rawValue: name) else {
                    throw Refusal(.unknownField, ["field": .string(name)])
                }
                act.answers[field] = try nested.textOrNumber(name) ?? ""
            }
        },
        value: { act in
            let answers = act.answers.map { ($0.key.rawValue, JSON.string($0.value)) }
            return .object(Dictionary(answers, uniquingKeysWith: { $1 }))
        })

    /// How the notice was given, with its `version`.
    private static let noticed = Parameter<SaveProfile>(
        "notice", .code(Notice.allCases.map(\.rawValue)), required: false,
        read: { reader, act throws(Refusal) in
            act.notice = try reader.code("notice")
            guard act.notice != nil else { return }
            act.version = try reader.integer("version") ?? PrivacyNotice.version
        },
        write: { act in
            guard let notice = act.notice else { return [:] }
            return ["notice": .string(notice.rawValue), "version": .int(act.version)]
        })

    package var reception = Identifier<Reception>(0)
    /// By field; an empty one is taken back, except sex and birth date, which are only corrected.
    package var answers: [ProfileField: String] = [:]
    /// Those that were proposed from what somebody of the group answered.
    package var fromGroup: Set<ProfileField> = []
    /// What is right of who they are, where it was said as well.
    package var person = PersonData()
    /// How the privacy notice was given, where it was just now.
    package var notice: Notice?
    /// Which; the one in force where nothing is said.
    package var version = PrivacyNotice.version
    /// What proves that they are Mexican, where it was said just now.
    package var proof: Proof?

    package init() {}

    /// Somebody's answers.
    package init(
        _ reception: Identifier<Reception>, _ answers: [ProfileField: String],
        fromGroup: Set<ProfileField> = []
    ) {
        self.reception = reception
        self.answers = answers
        self.fromGroup = fromGroup
    }

    /// What came along is decided first, in the order in which it was asked: all of it stands, or
    /// nothing does.
    package func decide(_ matter: PersonCase) throws -> Decision {
        var (matter, events, takenBack) = (matter, [Event](), [ProfileField]())
        for act in along {
            let decision = try act.decide(matter)
            events += decision.events
            takenBack += (decision.result as? AnswersTakenBack)?.fields ?? []
            matter = try matter.after(decision)
        }
        var saved = try matter.saveProfile(answers, fromGroup)
        saved.events = events + saved.events
        if var told = saved.result as? ProfileSaved {
            told.takenBack = takenBack + told.takenBack
            saved.result = told
        }
        return saved
    }

    private var along: [any AttentionAct] {
        var acts: [any AttentionAct] = []
        if person != PersonData() { acts.append(AmendPerson(reception, person)) }
        if let notice {
            acts.append(GiveNotice(reception, version: version, notice))
        }
        if let proof { acts.append(SetNationality(reception, .accredited, proof)) }
        return acts
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let saved = outcome as? ProfileSaved else { return nil }
        let missing = saved.missing.map(\.question.label)
        if !saved.takenBack.isEmpty { return AnswersTakenBack(saved.takenBack).words }
        guard !missing.isEmpty else {
            return Bilingual("Entrevista completa.", "Interview complete.")
        }
        // The first of what is missing by name, and how many more.
        let more = max(0, missing.count - 2)
        func sentence(_ names: [String], _ start: String, _ others: String) -> String {
            "\(start)\(names.prefix(2).joined(separator: ", "))\(more > 0 ? others : "")."
        }
        return Bilingual(
            sentence(missing.map(\.es), "Guardado. Falta: ", " y \(more) más"),
            sentence(missing.map(\.en), "Saved. Missing: ", " and \(more) more"))
    }
}
