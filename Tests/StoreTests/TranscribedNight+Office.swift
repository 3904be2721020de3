import Repatriation

extension TranscribedNight {
    static let office: [TranscribedStep] = [
        Step(
            #"{"do":"requestRights","reception":«p0»,"right":"access","requester":"Persona 0 Prueba","document":"INE","capacity":"self"}"#,
            ["request": "request"]),
        Step(#"{"do":"extendRights","request":«request»,"reason":"falta un dato"}"#),
        Step(#"{"do":"answerRights","request":«request»,"answer":"granted","note":"entregado"}"#),
        Step(
            #"{"do":"setArchiveSeries","code":"12C.3","name":"Recepción","activeYears":1,"semiActiveYears":1}"#
        ),
        Step(
            #"{"do":"recordInquiry","point":"NOG","visitor":{"name":"Visita inventada","relation":"tía"},"asksFor":"Persona 1 Prueba"}"#,
            ["inquiry": "inquiry"]),
        Step(#"{"do":"answerInquiry","inquiry":«inquiry»,"wishes":"declines","reception":«p1»}"#),
        Step(#"{"do":"closePeriod","from":"2026-10-01","to":"2026-10-31"}"#),
        Step(#"{"do":"sendCURPs"}"#),
        Step(#"{"do":"blockDue"}"#), Step(#"{"do":"removeBlocked","dictamen":"D-1","people":1}"#),
        Step(
            #"{"do":"addOfficer","name":"Oficial nueva","account":"nueva"}"#, ["officer": "officer"]
        ),
        Step(#"{"do":"setOfficer","officer":«officer»,"grant":"opi"}"#),
        Step(#"{"do":"setOfficer","officer":«officer»,"suspended":true}"#),
        Step(#"{"do":"acknowledge","alert":"peak.NOG","note":"vienen dos más"}"#),
        Step(#"{"do":"acknowledge","alert":"peak.NOG","take":true}"#),
        Step(
            #"{"do":"acknowledge","alert":"peak.NOG","shelveUntil":"2026-11-20T20:00:00.000Z","reason":"comida"}"#
        ),
        Step(#"{"do":"acknowledge","alert":"nada.NOG"}"#),
        Step(#"{"do":"countWater","point":"NOG","litres":460}"#),
        Step(#"{"do":"checkShift","point":"NOG","water":"yes","printer":"no"}"#),
        Step(
            #"{"do":"checkShift","point":"NOG","water":"yes","printer":"no","printerRemark":"sin papel"}"#
        ),
        Step(#"{"do":"setPriority","reception":«p1»,"priority":"medical"}"#),
        Step(#"{"do":"setPriority","reception":«p1»,"priority":"child","reason":"la ve sola"}"#),
        Step(#"{"do":"setPriority","reception":«p1»,"priority":"older","reason":"tiene 80"}"#),
        Step(
            #"{"do":"answerSurvey","reception":«p0»,"survey":"ninguna","answers":{"a":"b","c":["d","e"]}}"#
        ),
        Step(#"{"do":"retireSurvey","survey":"ninguna"}"#),
        Step(#"{"do":"answerSurvey","reception":«p1»,"survey":"ninguna","notTaken":"declined"}"#),
    ]
}
