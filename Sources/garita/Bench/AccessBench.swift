import Repatriation
import Store

/// What access costs: a sign-in, slow by design, and the permission check of every command.
struct AccessBench {
    let path: String

    func run(_ figures: inout [Figure]) throws {
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first(where: \.leads), let point = PointCode("NOG") else { return }
        let phrase = Phrase(Array("una frase de prueba".utf8))
        try store.setPassword(phrase, of: lead.id, by: lead.id, at: now())
        var signIns = Samples()
        for _ in 0..<10 { _ = try signIns.measure { try store.signIn(lead, phrase, terminal: "bench", at: now()) } }
        let milliseconds = signIns.median / 1000
        figures.append(Figure(name: "sign-in, slow enough", value: milliseconds, bar: 80, unit: "ms", isFloor: true))
        figures.append(Figure(name: "sign-in, quick enough", value: milliseconds, bar: 300, unit: "ms"))
        let command = Command.desk(point, .callNext(1))
        let rounds = 20_000
        let began = monotonic()
        for _ in 0..<rounds { try Permissions.check(command, by: lead, isDrill: false) }
        let check = Double(monotonic() - began) / Double(rounds) / 1000
        let call = figures.first { $0.name == "callNext at FULL" }?.value ?? 0
        figures.append(
            Figure(
                name: "permission check, share of a command", value: call > 0 ? check / call : 0, bar: 0.02, unit: ""))
    }
}
