import Repatriation

extension ScenarioReader {
    /// What happens besides.
    func inject(_ written: WrittenPart) -> Inject {
        var part = written
        var inject = Inject(id: part.name())
        inject.cue = cue(&part)
        inject.moment = part.text("momento")
        inject.synopsis = part.requiredText("sinopsis")
        inject.medium = part.code("via") ?? .gate
        inject.audience = part.code("para") ?? .desk
        inject.hint = part.text("pista") ?? ""
        inject.isActive = part.flag("activo") ?? true
        inject.silentDesk = part.integer("calla", 1...99)
        inject.printer = part.flag("impresora")
        inject.happens = acts("hecho", &part, by: .colleague)
        inject.good = acts("bueno", &part, by: .trainee)
        inject.careless = acts("descuidado", &part, by: .trainee)
        inject.expects = part.parts("espera").map(expectation)
        part.finish()
        return inject
    }

    private func cue(_ part: inout WrittenPart) -> Inject.Cue {
        guard var after = part.part("tras") else { return .at(moment("en", &part) ?? 0) }
        if part.has("en") {
            part.wrong("en", "va «en» o «tras», no los dos.", "«en» or «tras», not both.")
        }
        let cue = Inject.Cue.after(
            inject: after.requiredText("inject"), after.code("condicion") ?? .told,
            seconds: after.integer("segundos", 0...86_400) ?? 0)
        after.finish()
        return cue
    }

    /// Acts by hand: each a line of `send` in `hace`, with who, when and what is kept of it.
    private func acts(
        _ key: String, _ part: inout WrittenPart, by usual: ScriptedAct.Actor
    ) -> [ScriptedAct] {
        part.parts(key).map { written in
            var part = written
            var act = ScriptedAct(place: part.line)
            act.delay = part.integer("tras", 0...86_400) ?? 0
            act.actor = part.code("por") ?? usual
            act.line = part.members("hace")
            if act.line.isEmpty {
                part.wrong("hace", "falta, o está vacío.", "is missing, or empty.")
            }
            for (name, member) in part.members("guarda").sorted(by: { $0.key < $1.key }) {
                act.keeps[name] = member.text
                guard member.text == nil || !WrittenPart.isName(name) else { continue }
                part.wrong(
                    "guarda", "toma nombres de letras y números, y para cada uno un texto.",
                    "takes names of letters and digits, and a text for each.")
            }
            part.finish()
            return act
        }
    }

    private func expectation(_ written: WrittenPart) -> Expectation {
        var part = written
        var expected = Expectation()
        if let fact = part.requiredPart("hecho") {
            var fact = fact
            if let kind: EventKind = fact.code("tipo") {
                expected.kind = kind
            } else if !fact.has("tipo") {
                fact.isMissing("tipo")
            }
            expected.subject = fact.text("de")
            expected.fields = fact.members("campos")
            fact.finish()
        }
        expected.count = part.integer("veces", 1...999) ?? 1
        expected.isNever = part.flag("nunca") ?? false
        expected.countsFromStart = part.flag("desde_inicio") ?? false
        expected.within = part.requiredInteger("antes_de", 1...172_800)
        expected.objective = part.requiredText("objetivo")
        expected.points = part.requiredInteger("puntos", 1...99)
        expected.why = part.requiredText("por_que")
        part.finish()
        return expected
    }
}
