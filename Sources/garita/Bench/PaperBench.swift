import Repatriation
import Screens
import Store

/// A certificate from the key to the printer's bytes: issued durably, read back, drawn and encoded,
/// for each width.
struct PaperBench {
    let path: String
    private static let rounds = 40

    func run(_ figures: inout [Figure]) throws {
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first, let code = PointCode("NOG"),
            let point = try store.point(code),
            let group = try store.answer(GroupsOf(code).reading, for: .program, at: now()).first
        else { return }
        let zone = try store.zone(point.zone)
        func perform(_ command: Command) throws -> Answer {
            try store.perform(command, by: lead.id, at: now())
        }
        _ = try perform(.act(OpenShift(at: code)))
        _ = try perform(.act(OpenDesk(at: code, 1, attends: Set(Attention.allCases))))
        let people = (try store.answer(.roll(of: group.id), for: .program, at: now())?.rows ?? [])
            .map(\.reception).filter {
                [.received, .waiting].contains($0.stage) && $0.given != nil
            }
        var samples = Samples()
        for id in people.suffix(PaperBench.rounds).map(\.id) {
            let ready: [Command] = [
                .act(Triage(id, [])), .act(CallPerson(id, desk: 1, reason: "cifra")),
                .act(StartInterview(id, desk: 1)), .act(SetNationality(id, .accredited, .passport)),
                .act(SaveProfile(id, PaperBench.answers)),
            ]
            for command in ready { _ = try perform(command) }
            try samples.measure {
                let issued =
                    try perform(.act(IssueCertificate(of: id))).result as? any PrintedOutcome
                guard let issued = issued?.paper,
                    let stated = try store.answer(.paper(issued), for: .program, at: now())
                else { return }
                let facts = PaperFacts(
                    stated.paper, of: stated.person, at: point, zone: zone, isDrill: store.isDrill,
                    by: "Oficial Inventado")
                for width in PaperWidth.allCases {
                    _ = PrinterEncoding.cp858.encode(PaperDocument.certificate(facts).text(width))
                }
            }
        }
        guard samples.count > 0 else { return }
        figures.append(
            Figure(
                name: "a certificate, issued, drawn in three widths", value: samples.median / 1000,
                bar: 5, unit: "ms"))
    }

    /// The least that completes an interview; invented.
    private static let answers: [ProfileField: String] = [
        .birthState: "OC", .understandsSpanish: "yes", .travelsWith: "alone",
        .minorChildrenInUS: "no",
        .residenceState: "US-TX", .detentionState: "US-TX", .detainedBy: "ICE", .stay: "years1to5",
        .schooling: "primary", .destination: "OC", .contactConsent: "no",
    ]
}
