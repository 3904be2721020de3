import Repatriation
import Terminal

/// F4 on a card: what is done less often for a person, each by its letter.
enum CardMenu {
    static func more(_ card: Card, hasDraft: Bool, _ context: Workplace) -> MenuScreen {
        let person = card.reception
        let opi = context.hides(person) ? Why.isOPIs : nil
        let nobodyAsks = Why.says(
            "Nadie pregunta por esta persona.", "Nobody asks for this person.")
        let noDraft = Why.says("No hay borrador suyo.", "You have no draft here.")
        let notTheirs = Why.says(
            "Lo ven la jefatura y auditoría.", "The lead and the auditor see that.")
        let sees = Oversight.readTrail.isFor(context.officer, isDrill: context.isDrill)
        let asked = card.asked.first.map {
            [Step.push(InquiryForms.wishes($0.inquiry, of: person.id, Whom(person)))]
        }
        return MenuScreen(
            Bilingual("Más", "More"), about: person,
            [
                .init("r", "rutas", "lanes", [.push(LaneScreen(person.id))]),
                .init(
                    "f", "familia", "family",
                    [.effect(.load(RelativesOf(person.id), holds: true))],
                    reason: opi),
                .init(
                    "i", "intérprete", "interpreter", [.push(InterpreterForm.assign(card))]),
                .init(
                    "v", "retornos previos", "earlier returns",
                    [.push(MatchScreen(card))], reason: opi),
                .init(
                    "p", "preguntan por ella", "asked for",
                    asked ?? [],
                    reason: asked == nil ? nobodyAsks : nil),
                .init(
                    "e", "se encontró", "was found",
                    [.push(PersonForms.found(person))],
                    reason: person.isUnlocated || person.isOnTheWay ? nil : .nobodyLooks),
                .init(
                    "t", "trasladar a otro punto", "send to another point",
                    [.push(TransferForms.person(person, context))]),
                .init(
                    "h", "quién la vio", "who looked",
                    [.push(ReadTrailScreen(of: person.id.value))],
                    reason: sees ? nil : notTheirs),
                .init(
                    "d", "descartar borrador", "discard draft",
                    [.effect(.discardDraft(.interview(person.id), isDiscarded: true))],
                    reason: hasDraft ? nil : noDraft),
            ])
    }
}
