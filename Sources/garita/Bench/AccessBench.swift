import Repatriation
import Screens
import Store
import Terminal

/// What access costs: a sign-in, slow by design, and the permission check of every command.
struct AccessBench {
    let path: String

    func run(_ figures: inout [Figure]) throws {
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first(where: \.leads), let point = PointCode("NOG")
        else { return }
        let phrase = Phrase(Array("una frase de prueba".utf8))
        try store.setPassword(phrase, of: lead.id, by: lead.id, at: now())
        var signIns = Samples()
        for _ in 0..<10 {
            _ = try signIns.measure { try store.signIn(lead, phrase, terminal: "bench", at: now()) }
        }
        let milliseconds = signIns.median / 1000
        figures.append(
            Figure(
                name: "sign-in, slow enough", value: milliseconds, bar: 80, unit: "ms",
                isFloor: true))
        figures.append(
            Figure(name: "sign-in, quick enough", value: milliseconds, bar: 300, unit: "ms"))
        let opened = try unlock(store, lead, Array("una frase de prueba".utf8))
        figures.append(
            Figure(
                name: "unlock, back on the same screen after the hash", value: opened / 1000,
                bar: 20, unit: "ms"))
        let act = CallNext(at: point, 1)
        let rounds = 20_000
        let began = monotonic()
        for _ in 0..<rounds { try Permissions.check(act, by: lead, isDrill: false) }
        let check = Double(monotonic() - began) / Double(rounds) / 1000
        let call =
            figures.first { $0.name == "callNext at FULL" && $0.yardstick == nil }?.value ?? 0
        figures.append(
            Figure(
                name: "permission check", value: call > 0 ? check / call : 0,
                bar: 0.02, unit: "×", yardstick: "callNext at FULL"))
    }

    /// From the password that is right to the queue drawn again, in microseconds: the median of
    /// five.
    private func unlock(_ store: Store, _ lead: Officer, _ phrase: [UInt8]) throws -> Double {
        let points = try store.points()
        let zones = try store.zones(of: points)
        let arguments = try Arguments([], allowed: [])
        let home = DeskProgram.Home.desk(PointCode("TIJ") ?? .none, 1)
        var app = try DeskProgram.app(points, zones, lead, home, arguments, .real, isDrill: false)
        app.setHasPassword(true)
        var runner = EffectRunner(store: store, officer: lead.id, clock: .real)
        settle(app.start(), &app, &runner)
        var samples = Samples()
        for round in 1...5 {
            settle(
                app.update(.tick(now().adding(minutes: 30 * round), steady: 1_800_000 * round)),
                &app, &runner)
            for byte in phrase { _ = app.update(.key(.character(Character(Unicode.Scalar(byte))))) }
            let isClosed = app.draw(width: 80, height: 24).text.contains("Contraseña")
            let replies = app.update(.key(.enter)).flatMap { effect in
                runner.run(effect).map { Message.reply($0, to: effect.request) }
            }
            let text = samples.measure {
                for reply in replies {
                    settle(app.update(reply), &app, &runner)
                }
                return app.draw(width: 80, height: 24).text
            }
            // Nothing was measured unless it was closed before and is open after.
            guard isClosed, !text.contains("Contraseña") else { return .infinity }
        }
        return samples.median
    }

    /// Carries effects out, and feeds their answers back, until nothing is under way.
    private func settle(_ effects: [Effect], _ app: inout App, _ runner: inout EffectRunner) {
        var queue = effects
        while !queue.isEmpty {
            let effect = queue.removeFirst()
            for reply in runner.run(effect) {
                queue += app.update(.reply(reply, to: effect.request))
            }
        }
    }
}
