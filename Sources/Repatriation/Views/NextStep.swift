/// What somebody needs next, and by when: what a hand-over says of each person in one line.
package struct NextStep: Sendable, Equatable {
    /// In a few words, without a name.
    package let words: Bilingual
    /// By when; nil where nothing has an hour.
    package let dueAt: Instant?

    /// What is due first of somebody's lanes, as far as the reader may see them, and open
    /// referrals; what has no hour comes after what has, and the stage where nothing is open.
    package init(of person: Reception, _ lanes: LaneState, _ referrals: [Referral]) {
        let steps = NextStep.steps(of: lanes) + referrals.map(NextStep.init)
        let due = steps.filter { $0.dueAt != nil }
            .min { ($0.dueAt ?? .earliest) < ($1.dueAt ?? .earliest) }
        self = due ?? steps.first ?? NextStep(words: NextStep.ordinary(person), dueAt: nil)
    }

    private init(words: Bilingual, dueAt: Instant?) { (self.words, self.dueAt) = (words, dueAt) }

    private init(_ referral: Referral) {
        let kind = referral.referralKind.labelOnPaper
        let waits =
            referral.state == .sent
            ? Bilingual("espera respuesta", "awaits an answer")
            : Bilingual("espera su llegada", "awaits arrival")
        self.init(
            words: Bilingual("\(kind.es): \(waits.es)", "\(kind.en): \(waits.en)"),
            dueAt: referral.dueAt)
    }

    /// What is missing of each lane, but of that whose word is for the lead alone.
    private static func steps(of lanes: LaneState) -> [NextStep] {
        let missing = Set(lanes.missing)
        return lanes.lines.filter { missing.contains($0.step) && $0.step.lane != .warrant }
            .map { line in
                // Why somebody is in reserved attention stands nowhere.
                let words =
                    line.step.lane == .reserved
                    ? Bilingual("atención reservada", "reserved attention")
                    : Bilingual(
                        "falta: \(line.step.label.es)", "missing: \(line.step.label.en)")
                return NextStep(words: words, dueAt: line.dueAt)
            }
    }

    private static func ordinary(_ person: Reception) -> Bilingual {
        switch person.stage {
        case .received: Bilingual("valoración inicial", "first questions")
        case .waiting: Bilingual("en espera de ventanilla", "waits for a desk")
        case .called, .inInterview:
            Bilingual(
                "en ventanilla \(person.desk ?? 0)", "at desk \(person.desk ?? 0)")
        case .parked:
            Bilingual(
                "apartada: \(person.pause?.label.es ?? "–")",
                "set aside: \(person.pause?.label.en ?? "–")")
        case .registered, .inSupport:
            person.certificate == nil
                ? Bilingual("constancia", "certificate") : Bilingual("salida", "exit")
        case .foreign, .notAccredited: Bilingual("su salida", "their exit")
        case .listed, .noShow, .released: Bilingual("–", "–")
        }
    }
}
