/// Whether somebody is Mexican, by which proof, or what is doubted.
package struct SetNationality: AttentionAct {
    package static let row = ActRow<Self>(
        .setNationality, .interview,
        [
            .code("is", \.nationality),
            .code("proof", \.proof),
            .reason("motive", \.motive), .text("interpreter", \.interpreter),
            .flag("mexicanParent", \.hasMexicanParent),
        ])

    package var reception = Identifier<Reception>(0)
    /// What is decided.
    package var nationality = Nationality.pending
    /// By what.
    package var proof: Proof?
    /// The written motive under art. 36.
    package var motive: String?
    /// Who interpreted.
    package var interpreter: String?
    /// Whether mother or father is Mexican, where it was asked.
    package var hasMexicanParent: Bool?

    package init() {}

    /// Somebody, what is decided, and on what it rests.
    package init(
        _ reception: Identifier<Reception>, _ nationality: Nationality, _ proof: Proof? = nil,
        motive: String? = nil, interpreter: String? = nil, mexicanParent: Bool? = nil
    ) {
        self.reception = reception
        self.nationality = nationality
        self.proof = proof
        self.motive = motive
        self.interpreter = interpreter
        hasMexicanParent = mexicanParent
    }

    private var turnsAway: Bool { nationality == .foreign || nationality == .notAccredited }

    package func decide(_ person: PersonCase) throws -> Decision {
        let before = person.reception
        if before.stage == .released { throw Refusal(.alreadyOut) }
        if before.stage == .noShow { throw person.wrongStage }
        if turnsAway {
            try person.requireInside()
            if hasMexicanParent == true { throw Refusal(.childOfMexican) }
            guard motive != nil else { throw Refusal(.motiveMissing) }
        }
        var after = before
        after.interpreter = interpreter ?? before.interpreter
        let isDoubt = nationality != .accredited
        if isDoubt && before.needsInterpreterToDoubt && after.interpreter == nil {
            throw Refusal(.interpreterFirst)
        }
        after.nationality = nationality
        after.proof = proof ?? (nationality == .accredited ? before.proof : nil)
        // A motive that opened the term of art. 36 stands until the matter is decided.
        after.motive = motive ?? (nationality == .pending ? before.motive : nil)
        // The clock of art. 36 runs once: a second doubt does not start it again.
        if nationality == .pending {
            after.pendingSince = before.pendingSince ?? person.context.now
        }
        var call: Change?
        if turnsAway {
            after.stage = nationality == .foreign ? .foreign : .notAccredited
            call = try person.endedCall(.left)
            after.leaveDesk()
        } else if before.stage == .foreign || before.stage == .notAccredited {
            after.stage = .received
            if before.priority != nil { after.enterQueue(at: person.context.now) }
        }
        return person.decision(.nationalitySet, after, [call])
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        let how =
            proof.map { Bilingual(", \($0.label.es)", ", \($0.label.en)") } ?? Bilingual("", "")
        return Bilingual(
            "Nacionalidad: \(nationality.label.es)\(how.es).",
            "Nationality: \(nationality.label.en)\(how.en).")
    }
}

extension Reception {
    /// Nobody's nationality is doubted in a language they do not have (art. 14 LM; SCJN AR
    /// 275/2019): what the first questions, the list or the interview say, or that the person is
    /// deaf. An interpreter named for them counts.
    fileprivate var needsInterpreterToDoubt: Bool {
        let marks = (flags ?? []).union(suggested)
        let isMarked =
            !marks.isDisjoint(with: [.noSpanish, .deaf]) || answer(.understandsSpanish) == "no"
        // Somebody of the group may be the one who controls the person: no interpreter where there
        // is a doubt.
        return isMarked && (interpreterWho == nil || interpreterMedium == .companion)
    }
}
