/// The certificate of a reception, once.
package struct IssueCertificate: AttentionAct {
    package static let row = ActRow<Self>(.issueCertificate, .interview)

    package var reception = Identifier<Reception>(0)

    package init() {}

    package func decide(_ person: PersonCase) throws -> Decision {
        let before = person.reception
        let last = try person.facts.lastPaper(.certificate, of: before.id)
        let replaced = last?.cancelledAt == nil ? nil : last?.folio
        // What was void is amended by the lead also after the person has gone.
        if before.stage != .released || replaced == nil || !person.context.officer.leads {
            try person.require(.registered, .inSupport)
        }
        if let folio = before.certificate {
            return person.unchanged(Issued(folio: folio, already: true, paper: last?.id))
        }
        guard before.nationality == .accredited else { throw Refusal(.nationalityNotAccredited) }
        guard before.given != nil || before.firstSurname != nil else { throw Refusal(.nameMissing) }
        let blank = Paper.blank(.certificate, person.context, &person.context.ids)
        var issued = Paper.issued(blank, .certificate, to: before, person.context)
        issued.replaces = replaced
        var after = before
        after.certificate = issued.folio
        return person.decision(
            .certificateIssued, after, [Change(from: blank, to: issued)],
            Issued(folio: issued.folio, already: false, paper: issued.id))
    }

    private struct Issued: PrintedOutcome {
        let folio: String
        let already: Bool
        let paper: Identifier<Paper>?

        var members: [String: JSON] {
            ["folio": .string(folio), "already": .bool(already), "paper": JSON(paper?.value)]
        }
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let folio = (outcome as? Issued)?.folio else { return nil }
        return Bilingual("Constancia \(folio).", "Certificate \(folio).")
    }
}
