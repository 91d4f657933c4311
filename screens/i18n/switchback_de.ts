<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>km/h</source>
        <translation>km/h</translation>
    </message>
    <message>
        <source>mph</source>
        <translation>mph</translation>
    </message>
    <message>
        <source>yd</source>
        <translation>yd</translation>
    </message>
    <message>
        <source>mi</source>
        <translation>mi</translation>
    </message>
    <message>
        <source>{count} yd</source>
        <translation>{count} yd</translation>
    </message>
    <message>
        <source>ft</source>
        <translation>ft</translation>
    </message>
    <message>
        <source>lb</source>
        <translation>lb</translation>
    </message>
    <message>
        <source>min/km</source>
        <translation>min/km</translation>
    </message>
    <message>
        <source>min/mi</source>
        <translation>min/mi</translation>
    </message>
    <message>
        <source>s/km</source>
        <translation>s/km</translation>
    </message>
    <message>
        <source>s/mi</source>
        <translation>s/mi</translation>
    </message>
    <message>
        <source>marathon pace {offset}</source>
        <translation>Marathontempo {offset}</translation>
    </message>
    <message>
        <source>Climb: run and hike</source>
        <translation>Anstieg: laufen und gehen</translation>
    </message>
    <message>
        <source>Running and hiking mixed in one climb, the way long mountain races are climbed. For those who hike 15 % with ease already.</source>
        <translation>Laufen und Gehen gemischt in einem Anstieg, so wie man lange Bergläufe bewältigt. Für alle, die 15 % schon locker gehen.</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>Locker</translation>
    </message>
    <message>
        <source>Run easily, the climb is long enough</source>
        <translation>Lauf locker, der Anstieg ist lang genug</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Laufen</translation>
    </message>
    <message>
        <source>Short, quick steps, the heels stay light</source>
        <translation>Kurze, schnelle Schritte, die Fersen bleiben leicht</translation>
    </message>
    <message>
        <source>Run so that you could hike on without a stop</source>
        <translation>Lauf so, dass du ohne Pause weitergehen könntest</translation>
    </message>
    <message>
        <source>Hike</source>
        <translation>Marsch</translation>
    </message>
    <message>
        <source>Let the grade come up, then walk tall with short steps</source>
        <translation>Lass die Steigung kommen, dann geh aufrecht mit kurzen Schritten</translation>
    </message>
    <message>
        <source>Hands off the rails, breathe out long</source>
        <translation>Hände weg vom Handlauf, lang ausatmen</translation>
    </message>
    <message>
        <source>Flat</source>
        <translation>Flach</translation>
    </message>
    <message>
        <source>Lower the grade and the speed and walk it out</source>
        <translation>Steigung und Tempo runter, dann auslaufen</translation>
    </message>
    <message>
        <source>no sex on the roster</source>
        <translation>kein Geschlecht in der Liste</translation>
    </message>
    <message>
        <source>no year of birth on the roster</source>
        <translation>kein Geburtsjahr in der Liste</translation>
    </message>
    <message>
        <source>no heart rate where the test reads it</source>
        <translation>kein Puls an der Stelle, an der der Test ihn liest</translation>
    </message>
    <message>
        <source>VO2max (Queens College step)</source>
        <translation>VO2max (Queens-College-Stufentest)</translation>
    </message>
    <message>
        <source>an estimate from heart rate</source>
        <translation>aus dem Puls geschätzt</translation>
    </message>
    <message>
        <source>Beats in the minute after (YMCA step)</source>
        <translation>Schläge in der Minute danach (YMCA-Stufentest)</translation>
    </message>
    <message>
        <source>VO2max (Chester step)</source>
        <translation>VO2max (Chester-Stufentest)</translation>
    </message>
    <message>
        <source>no step height in the kiosk&apos;s settings</source>
        <translation>keine Stufenhöhe in den Einstellungen des Kiosks</translation>
    </message>
    <message>
        <source>needs two whole stages with a heart rate</source>
        <translation>braucht zwei ganze Stufen mit Puls</translation>
    </message>
    <message>
        <source>the heart rate did not rise from stage to stage: repeat it</source>
        <translation>der Puls stieg nicht von Stufe zu Stufe: wiederholen</translation>
    </message>
    <message>
        <source>an estimate, read at 220 − age</source>
        <translation>geschätzt, abgelesen bei 220 − Alter</translation>
    </message>
    <message>
        <source>VO2max (Ebbeling walk)</source>
        <translation>VO2max (Ebbeling-Gehtest)</translation>
    </message>
    <message>
        <source>no speed: type in what the belt shows</source>
        <translation>kein Tempo: tippe ein, was das Band anzeigt</translation>
    </message>
    <message>
        <source>VO2max (Bruce)</source>
        <translation>VO2max (Bruce)</translation>
    </message>
    <message>
        <source>no work was recorded</source>
        <translation>es wurde keine Belastung aufgezeichnet</translation>
    </message>
    <message>
        <source>an estimate from time</source>
        <translation>aus der Zeit geschätzt</translation>
    </message>
    <message>
        <source>VO2max (Balke)</source>
        <translation>VO2max (Balke)</translation>
    </message>
    <message>
        <source>needs 60 min at one effort</source>
        <translation>braucht 60 min bei gleicher Anstrengung</translation>
    </message>
    <message>
        <source>at or below the aerobic threshold (limit 5 %)</source>
        <translation>an oder unter der aeroben Schwelle (Grenze 5 %)</translation>
    </message>
    <message>
        <source>above the aerobic threshold (limit 5 %)</source>
        <translation>über der aeroben Schwelle (Grenze 5 %)</translation>
    </message>
    <message>
        <source>Threshold heart rate</source>
        <translation>Schwellenpuls</translation>
    </message>
    <message>
        <source>a coach confirms it before zones change</source>
        <translation>ein Coach bestätigt ihn, bevor sich Zonen ändern</translation>
    </message>
    <message>
        <source>CPAT stair climb</source>
        <translation>CPAT-Treppentest</translation>
    </message>
    <message>
        <source>climbed {height}</source>
        <translation>{height} gestiegen</translation>
    </message>
    <message>
        <source>stopped before 180 s</source>
        <translation>vor 180 s aufgehört</translation>
    </message>
    <message>
        <source>dismounted</source>
        <translation>abgestiegen</translation>
    </message>
    <message>
        <source>more than two rail touches</source>
        <translation>mehr als zwei Griffe zum Handlauf</translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <translation>nicht bestanden: {why}</translation>
    </message>
    <message>
        <source>nobody counted rail touches and dismounts yet: enter them</source>
        <translation>Griffe zum Handlauf und Absteigen hat noch niemand gezählt: eintragen</translation>
    </message>
    <message>
        <source>The fire service&apos;s stair climb with 75 lb (34 kg): 20 s to find the step, then three minutes without a stop. Stepping off, or more than two touches of the rails, ends it.</source>
        <translation>Der Treppentest der Feuerwehr mit 34 kg (75 lb): 20 s, um den Tritt zu finden, dann drei Minuten ohne Halt. Absteigen oder mehr als zwei Griffe zum Handlauf beenden ihn.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>50 steps a minute: find your balance under the load</source>
        <translation>50 Stufen pro Minute: finde unter der Last dein Gleichgewicht</translation>
    </message>
    <message>
        <source>Know how to step off before you start</source>
        <translation>Du musst wissen, wie du absteigst, bevor du anfängst</translation>
    </message>
    <message>
        <source>Climb</source>
        <translation>Anstieg</translation>
    </message>
    <message>
        <source>60 steps a minute, whole foot on every step</source>
        <translation>60 Stufen pro Minute, auf jede Stufe der ganze Fuß</translation>
    </message>
    <message>
        <source>Hands off the rails: two touches, no more</source>
        <translation>Hände weg vom Handlauf: zwei Griffe, nicht mehr</translation>
    </message>
    <message>
        <source>Look ahead and breathe in rhythm</source>
        <translation>Blick nach vorn und im Rhythmus atmen</translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation>Abwärmen</translation>
    </message>
    <message>
        <source>In a class that changes places everybody goes on together: the coach does it for all.</source>
        <translation>In einem Kurs mit Platzwechsel geht es für alle gemeinsam weiter: Das macht der Coach für alle.</translation>
    </message>
    <message>
        <source>Load off; slow steps, hands light on the rails</source>
        <translation>Last ab; langsame Schritte, Hände leicht am Handlauf</translation>
    </message>
    <message>
        <source>Stop the machine before you step off</source>
        <translation>Halte das Gerät an, bevor du absteigst</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>A step-up in six minutes, to show what the kiosk does; too short to train by.</source>
        <translation>Ein Step-up in sechs Minuten, der zeigt, was der Kiosk kann; zum Trainieren zu kurz.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Start easy: there is no target yet</source>
        <translation>Fang locker an: Noch gibt es kein Ziel</translation>
    </message>
    <message>
        <source>Step 1: high zone 2</source>
        <translation>Stufe 1: Zone 2 oben</translation>
    </message>
    <message>
        <source>Short steps, slightly quicker</source>
        <translation>Kurze Schritte, etwas schneller</translation>
    </message>
    <message>
        <source>Step 2: mid zone 3</source>
        <translation>Stufe 2: Zone 3 Mitte</translation>
    </message>
    <message>
        <source>Climb into the effort, stay tall</source>
        <translation>Steig in die Belastung hinein, bleib aufrecht</translation>
    </message>
    <message>
        <source>Step 3: zone 4</source>
        <translation>Stufe 3: Zone 4</translation>
    </message>
    <message>
        <source>Deep breaths in, a long breath out</source>
        <translation>Tief ein, lang aus</translation>
    </message>
    <message>
        <source>Slow down step by step and keep moving</source>
        <translation>Stufe für Stufe langsamer, und in Bewegung bleiben</translation>
    </message>
    <message>
        <source>Downhill fartlek</source>
        <translation>Bergab-Fahrtspiel</translation>
    </message>
    <message>
        <source>Fast stretches downhill with easy running between. Begin shallow and steepen over the weeks; one downhill workout a week is enough.</source>
        <translation>Schnelle Stücke bergab, dazwischen lockeres Laufen. Fang flach an und werde über die Wochen steiler; einmal bergab pro Woche genügt.</translation>
    </message>
    <message>
        <source>Run easily and loosen ankles, knees and hips</source>
        <translation>Lauf locker, mach Knöchel, Knie und Hüften locker</translation>
    </message>
    <message>
        <source>Take it home</source>
        <translation>Mit nach Hause</translation>
    </message>
    <message>
        <source>Step-up</source>
        <translation>Step-up</translation>
    </message>
    <message>
        <source>Hikes</source>
        <translation>Märsche</translation>
    </message>
    <message>
        <source>Hills</source>
        <translation>Berge</translation>
    </message>
    <message>
        <source>Downhill</source>
        <translation>Bergab</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Kraft</translation>
    </message>
    <message>
        <source>Free and class</source>
        <translation>Frei und Kurs</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Feels {mostly}, up to {rpe} of 10</source>
        <translation>Fühlt sich {mostly} an, bis {rpe} von 10</translation>
    </message>
    <message>
        <source>Feels {mostly}, at its hardest {hardest}: {rpe} of 10</source>
        <translation>Fühlt sich {mostly} an, am härtesten {hardest}: {rpe} von 10</translation>
    </message>
    <message>
        <source>very easy</source>
        <translation>sehr leicht</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>hart</translation>
    </message>
    <message>
        <source>very hard</source>
        <translation>sehr hart</translation>
    </message>
    <message>
        <source>Lean from the hips with the slope</source>
        <translation>Lehn dich aus der Hüfte mit dem Hang</translation>
    </message>
    <message>
        <source>Quick, short steps: the feet never run away from you</source>
        <translation>Schnelle, kurze Schritte: Die Füße laufen dir nie davon</translation>
    </message>
    <message>
        <source>Arms wide for balance, never land on a straight knee</source>
        <translation>Arme weit fürs Gleichgewicht, nie auf gestrecktem Knie landen</translation>
    </message>
    <message>
        <source>Let the breath come down, legs loose</source>
        <translation>Atem kommen lassen, Beine locker</translation>
    </message>
    <message>
        <source>Slow down step by step, end at a walk</source>
        <translation>Stufe für Stufe langsamer, am Ende gehen</translation>
    </message>
    <message>
        <source>Downhill intervals</source>
        <translation>Bergab-Intervalle</translation>
    </message>
    <message>
        <source>A minute fast downhill, three minutes to recover, eight times over. Begin shallow and steepen over the weeks; one downhill workout a week is enough.</source>
        <translation>Eine Minute schnell bergab, drei Minuten Erholung, achtmal. Fang flach an und werde über die Wochen steiler; einmal bergab pro Woche genügt.</translation>
    </message>
    <message>
        <source>Two or three short pick-ups before the first downhill</source>
        <translation>Zwei, drei kurze Steigerungen vor dem ersten Bergab</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Erholung</translation>
    </message>
    <message>
        <source>Walk or jog, until you are ready to go fast again</source>
        <translation>Gehen oder traben, bis du wieder schnell kannst</translation>
    </message>
    <message>
        <source>Run easily, then walk; calm thighs tomorrow start here</source>
        <translation>Lauf locker, dann geh; hier beginnen die ruhigen Oberschenkel von morgen</translation>
    </message>
    <message>
        <source>Ebbeling walk</source>
        <translation>Ebbeling-Gehtest</translation>
    </message>
    <message>
        <source>Eight minutes of walking for an estimate of VO2max: recommended, because it is far from all out. One brisk speed from 3.2 to 7.2 km/h (2.0 to 4.5 mph) for both halves, hands off the rails.</source>
        <translation>Acht Minuten Gehen für eine Schätzung der VO2max: empfohlen, weil es weit weg von „alles geben“ ist. Ein zügiges Tempo von 3,2 bis 7,2 km/h (2,0 bis 4,5 mph) für beide Hälften, Hände weg vom Handlauf.</translation>
    </message>
    <message>
        <source>Find a brisk walk, 3.2 to 7.2 km/h, and keep it</source>
        <translation>Finde ein zügiges Gehtempo, 3,2 bis 7,2 km/h, und halte es</translation>
    </message>
    <message>
        <source>Hands off the rails from the start</source>
        <translation>Hände von Anfang an weg vom Handlauf</translation>
    </message>
    <message>
        <source>At 5 %</source>
        <translation>Bei 5 %</translation>
    </message>
    <message>
        <source>Grade to 5 %, the speed stays as it is</source>
        <translation>Steigung auf 5 %, das Tempo bleibt</translation>
    </message>
    <message>
        <source>Hands off the rails; the last minute counts</source>
        <translation>Hände weg vom Handlauf; die letzte Minute zählt</translation>
    </message>
    <message>
        <source>Grade to 0 %, then walk slowly</source>
        <translation>Steigung auf 0 %, dann langsam gehen</translation>
    </message>
    <message>
        <source>Free session</source>
        <translation>Freie Einheit</translation>
    </message>
    <message>
        <source>No plan: the kiosk shows and records, and the button brings the cool-down.</source>
        <translation>Kein Plan: Der Kiosk zeigt an und zeichnet auf, die Taste bringt das Abwärmen.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>As you like; press the button to cool down</source>
        <translation>Wie du magst; zum Abwärmen die Taste drücken</translation>
    </message>
    <message>
        <source>Hill repeats 400</source>
        <translation>Bergwiederholungen 400</translation>
    </message>
    <message>
        <source>400 m up and 400 m down, four times, all at one steady pace: how steady is the score. Choose the same speed for up and down, one that you can hold to the end.</source>
        <translation>400 m hoch und 400 m runter, viermal, alles in einem Tempo: Wie gleichmäßig, das ist die Wertung. Wähle hoch und runter dasselbe Tempo, eines, das du bis zum Ende hältst.</translation>
    </message>
    <message>
        <source>Jog easily and find the pace that you will hold</source>
        <translation>Trab locker und finde das Tempo, das du halten wirst</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Short, quick steps at the pace of the first climb</source>
        <translation>Kurze, schnelle Schritte im Tempo des ersten Anstiegs</translation>
    </message>
    <message>
        <source>Stand tall, look ahead, drive with the arms</source>
        <translation>Aufrecht, Blick nach vorn, Arme mitnehmen</translation>
    </message>
    <message>
        <source>Too much? Walk one whole climb, then run again</source>
        <translation>Zu viel? Geh einen ganzen Anstieg, dann lauf wieder</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
    <message>
        <source>The same pace as the climb: hold back, do not fly</source>
        <translation>Dasselbe Tempo wie hoch: bremsen, nicht fliegen</translation>
    </message>
    <message>
        <source>Lean from the hips with the slope, knees soft</source>
        <translation>Aus der Hüfte mit dem Hang, Knie weich</translation>
    </message>
    <message>
        <source>Jog, then walk, until talking is easy again</source>
        <translation>Traben, dann gehen, bis Reden wieder leichtfällt</translation>
    </message>
    <message>
        <source>Heart-rate drift</source>
        <translation>Pulsdrift</translation>
    </message>
    <message>
        <source>One hour at constant speed and grade: how far the heart rate drifts from the first half to the second. 5 % or less: the pace is at or below the aerobic threshold.</source>
        <translation>Eine Stunde mit gleichem Tempo und gleicher Steigung: Wie weit driftet der Puls von der ersten zur zweiten Hälfte? 5 % oder weniger: Das Tempo liegt an oder unter der aeroben Schwelle.</translation>
    </message>
    <message>
        <source>Build up to the pace that you will hold for an hour</source>
        <translation>Steigere dich bis zum Tempo, das du eine Stunde hältst</translation>
    </message>
    <message>
        <source>Settle where talking in sentences is still easy</source>
        <translation>Bleib da, wo Reden in Sätzen noch leichtfällt</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Same speed, same grade, to the very end</source>
        <translation>Gleiches Tempo, gleiche Steigung, bis ganz zum Ende</translation>
    </message>
    <message>
        <source>Let the heart rate drift: it is what we measure</source>
        <translation>Lass den Puls driften: Genau das messen wir</translation>
    </message>
    <message>
        <source>Drink a little, touch nothing on the machine</source>
        <translation>Trink etwas, fass am Gerät nichts an</translation>
    </message>
    <message>
        <source>Threshold heart rate, 30 min</source>
        <translation>Schwellenpuls, 30 min</translation>
    </message>
    <message>
        <source>Thirty minutes all out and alone: the mean heart rate of the last twenty is the threshold. Only with a clearance, a coach beside you, and a ceiling that the coach set for it.</source>
        <translation>Dreißig Minuten alles geben, allein: Der mittlere Puls der letzten zwanzig ist die Schwelle. Nur mit Freigabe, einem Coach neben dir und einer Obergrenze, die der Coach dafür gesetzt hat.</translation>
    </message>
    <message>
        <source>Easy, with three short pick-ups towards the end</source>
        <translation>Locker, gegen Ende drei kurze Steigerungen</translation>
    </message>
    <message>
        <source>All out</source>
        <translation>Alles geben</translation>
    </message>
    <message>
        <source>The hardest that you can hold for all thirty minutes</source>
        <translation>Das Härteste, was du volle dreißig Minuten hältst</translation>
    </message>
    <message>
        <source>The first ten settle you, the last twenty count</source>
        <translation>Die ersten zehn zum Einpendeln, die letzten zwanzig zählen</translation>
    </message>
    <message>
        <source>Even effort: too fast now is too slow later</source>
        <translation>Gleichmäßig: Jetzt zu schnell heißt später zu langsam</translation>
    </message>
    <message>
        <source>Keep moving, slower and slower, and breathe out long</source>
        <translation>In Bewegung bleiben, immer langsamer, lang ausatmen</translation>
    </message>
    <message>
        <source>Quad crusher</source>
        <translation>Quad Crusher</translation>
    </message>
    <message>
        <source>Long, fast downhills that make the thighs sore on purpose, so that they are protected on race day. 35 and 21 days before the race, with three clear days before the next long run.</source>
        <translation>Lange, schnelle Bergab-Stücke, die die Oberschenkel mit Absicht müde machen, damit sie am Renntag geschützt sind. 35 und 21 Tage vor dem Rennen, mit drei freien Tagen vor dem nächsten langen Lauf.</translation>
    </message>
    <message>
        <source>The effort of a 5 km race, or quicker</source>
        <translation>So hart wie ein 5-km-Rennen oder schneller</translation>
    </message>
    <message>
        <source>Jog or walk and shake the thighs out</source>
        <translation>Traben oder gehen, Oberschenkel ausschütteln</translation>
    </message>
    <message>
        <source>Run easily, then walk; stairs will remind you tomorrow</source>
        <translation>Lauf locker, dann geh; morgen erinnert dich jede Treppe</translation>
    </message>
    <message>
        <source>Queens College step, women</source>
        <translation>Queens-College-Stufentest, Frauen</translation>
    </message>
    <message>
        <source>Three minutes on a bench of 41.3 cm at 22 cycles a minute, the rhythm for women; then stand and count the beats from second 5 to second 20. It gives an estimate of VO2max.</source>
        <translation>Drei Minuten auf einer Bank von 41,3 cm mit 22 Zyklen pro Minute, dem Rhythmus für Frauen; dann stehen und die Schläge von Sekunde 5 bis Sekunde 20 zählen. Ergibt eine Schätzung der VO2max.</translation>
    </message>
    <message>
        <source>Find the beat</source>
        <translation>Den Takt finden</translation>
    </message>
    <message>
        <source>Bench 41.3 cm: try the beat for 15 s, then stand still</source>
        <translation>Bank 41,3 cm: 15 s den Takt üben, dann stillstehen</translation>
    </message>
    <message>
        <source>One cycle is four steps: up, up, down, down</source>
        <translation>Ein Zyklus sind vier Schritte: hoch, hoch, runter, runter</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Steigen</translation>
    </message>
    <message>
        <source>22 cycles a minute: up, up, down, down</source>
        <translation>22 Zyklen pro Minute: hoch, hoch, runter, runter</translation>
    </message>
    <message>
        <source>Whole foot on the bench, stand up straight on top</source>
        <translation>Ganzer Fuß auf die Bank, oben gerade stehen</translation>
    </message>
    <message>
        <source>Stop at once if you feel dizzy or unwell</source>
        <translation>Sofort aufhören, wenn dir schwindlig oder unwohl ist</translation>
    </message>
    <message>
        <source>Stand and count</source>
        <translation>Stehen und zählen</translation>
    </message>
    <message>
        <source>Stand still and find the pulse</source>
        <translation>Steh still und such den Puls</translation>
    </message>
    <message>
        <source>Count the beats from second 5 to second 20</source>
        <translation>Zähl die Schläge von Sekunde 5 bis Sekunde 20</translation>
    </message>
    <message>
        <source>Walk on slowly until talking is easy again</source>
        <translation>Langsam weitergehen, bis Reden wieder leichtfällt</translation>
    </message>
    <message>
        <source>Queens College step, men</source>
        <translation>Queens-College-Stufentest, Männer</translation>
    </message>
    <message>
        <source>Three minutes on a bench of 41.3 cm at 24 cycles a minute, the rhythm for men; then stand and count the beats from second 5 to second 20. It gives an estimate of VO2max.</source>
        <translation>Drei Minuten auf einer Bank von 41,3 cm mit 24 Zyklen pro Minute, dem Rhythmus für Männer; dann stehen und die Schläge von Sekunde 5 bis Sekunde 20 zählen. Ergibt eine Schätzung der VO2max.</translation>
    </message>
    <message>
        <source>24 cycles a minute: up, up, down, down</source>
        <translation>24 Zyklen pro Minute: hoch, hoch, runter, runter</translation>
    </message>
    <message>
        <source>Rotation: hills for many</source>
        <translation>Rotation: Berge für viele</translation>
    </message>
    <message>
        <source>More people than machines: belts, stairs and the floor in turn, six minutes each with a minute to change. Whoever has no machine does the hill-strength circuit, so nobody waits.</source>
        <translation>Mehr Leute als Geräte: Bänder, Treppen und Boden im Wechsel, je sechs Minuten, eine Minute zum Wechseln. Wer kein Gerät hat, macht den Kraftzirkel, so wartet niemand.</translation>
    </message>
    <message>
        <source>March, lunge, swing the legs, circle the ankles</source>
        <translation>Marschieren, Ausfallschritte, Beine schwingen, Knöchel kreisen</translation>
    </message>
    <message>
        <source>Know how to step off your machine before you step on</source>
        <translation>Du musst wissen, wie du vom Gerät absteigst, bevor du aufsteigst</translation>
    </message>
    <message>
        <source>Walk about until talking is easy again</source>
        <translation>Umhergehen, bis Reden wieder leichtfällt</translation>
    </message>
    <message>
        <source>Stretch calves, thighs and back gently</source>
        <translation>Waden, Oberschenkel und Rücken sanft dehnen</translation>
    </message>
    <message>
        <source>Belts</source>
        <translation>Bänder</translation>
    </message>
    <message>
        <source>Tilt up</source>
        <translation>Anstellen</translation>
    </message>
    <message>
        <source>Raise the grade bit by bit, hands off the rails</source>
        <translation>Steigung Stück für Stück erhöhen, Hände weg vom Handlauf</translation>
    </message>
    <message>
        <source>Tall body, short steps, hands off the rails</source>
        <translation>Körper lang, kurze Schritte, Hände weg vom Handlauf</translation>
    </message>
    <message>
        <source>Breathe out long; slower is fine, holding on is not</source>
        <translation>Lang ausatmen; langsamer ist gut, festhalten nicht</translation>
    </message>
    <message>
        <source>Stairs</source>
        <translation>Treppen</translation>
    </message>
    <message>
        <source>Lowest speed</source>
        <translation>Langsamste Stufe</translation>
    </message>
    <message>
        <source>Lowest speed, hands light on the rails</source>
        <translation>Langsamste Stufe, Hände leicht am Handlauf</translation>
    </message>
    <message>
        <source>Whole foot on every step, stand tall</source>
        <translation>Ganzer Fuß auf jede Stufe, aufrecht bleiben</translation>
    </message>
    <message>
        <source>Fingertips only; stop the machine to step off</source>
        <translation>Nur Fingerspitzen; zum Absteigen das Gerät anhalten</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Boden</translation>
    </message>
    <message>
        <source>Single-leg deadlift, left</source>
        <translation>Einbeiniges Kreuzheben, links</translation>
    </message>
    <message>
        <source>Hinge at the hip with a long, flat back</source>
        <translation>Aus der Hüfte beugen, Rücken lang und gerade</translation>
    </message>
    <message>
        <source>Hips level, standing knee soft</source>
        <translation>Hüfte waagrecht, Standknie weich</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wechsel</translation>
    </message>
    <message>
        <source>Enter what you did, walk to the next one</source>
        <translation>Trag ein, was du gemacht hast, geh zur nächsten Übung</translation>
    </message>
    <message>
        <source>Single-leg deadlift, right</source>
        <translation>Einbeiniges Kreuzheben, rechts</translation>
    </message>
    <message>
        <source>Split squat, left</source>
        <translation>Split-Kniebeuge, links</translation>
    </message>
    <message>
        <source>Straight down, front knee over the foot</source>
        <translation>Gerade runter, vorderes Knie über dem Fuß</translation>
    </message>
    <message>
        <source>Trunk tall, back heel off the floor</source>
        <translation>Rumpf aufrecht, hintere Ferse in der Luft</translation>
    </message>
    <message>
        <source>Split squat, right</source>
        <translation>Split-Kniebeuge, rechts</translation>
    </message>
    <message>
        <source>Back extension</source>
        <translation>Rückenstrecken</translation>
    </message>
    <message>
        <source>Rise until the body is straight, no higher</source>
        <translation>Hoch, bis der Körper gerade ist, nicht höher</translation>
    </message>
    <message>
        <source>Look at the floor, neck long</source>
        <translation>Blick zum Boden, Nacken lang</translation>
    </message>
    <message>
        <source>Calf raise, straight knee</source>
        <translation>Wadenheben, Knie gestreckt</translation>
    </message>
    <message>
        <source>Right up on the big toe, slowly down</source>
        <translation>Ganz hoch auf den großen Zeh, langsam runter</translation>
    </message>
    <message>
        <source>New to this? Stay on the floor, half the height</source>
        <translation>Neu dabei? Bleib auf dem Boden, halbe Höhe</translation>
    </message>
    <message>
        <source>Stair hike</source>
        <translation>Treppenmarsch</translation>
    </message>
    <message>
        <source>A hike on the stair machine that supplements running and never replaces it. Before the first one, have somebody show you how to step off: most falls happen in the first half-minute.</source>
        <translation>Ein Marsch auf dem Treppengerät, der das Laufen ergänzt und nie ersetzt. Lass dir vor dem ersten zeigen, wie man absteigt: Die meisten stürzen in der ersten halben Minute.</translation>
    </message>
    <message>
        <source>Know how to step off before you step on</source>
        <translation>Du musst wissen, wie du absteigst, bevor du aufsteigst</translation>
    </message>
    <message>
        <source>Whole foot on the step, stand tall</source>
        <translation>Ganzer Fuß auf die Stufe, aufrecht stehen</translation>
    </message>
    <message>
        <source>Tall body, the whole foot on every step</source>
        <translation>Körper lang, auf jede Stufe der ganze Fuß</translation>
    </message>
    <message>
        <source>Hands off the rails, or only fingertips</source>
        <translation>Hände weg vom Handlauf, oder nur Fingerspitzen</translation>
    </message>
    <message>
        <source>Push through the heel and breathe out long</source>
        <translation>Über die Ferse drücken und lang ausatmen</translation>
    </message>
    <message>
        <source>Slow the steps down, hands light on the rails</source>
        <translation>Langsamer werden, Hände leicht am Handlauf</translation>
    </message>
    <message>
        <source>Step-up 30, beginners</source>
        <translation>Step-up 30, Einstieg</translation>
    </message>
    <message>
        <source>The step-up for beginners in half an hour: the same shape, each step a notch lower.</source>
        <translation>Das Step-up zum Einstieg in einer halben Stunde: dieselbe Form, jede Stufe eine Kerbe niedriger.</translation>
    </message>
    <message>
        <source>Start easy: the number on the screen does not matter yet</source>
        <translation>Fang locker an: Die Zahl auf dem Schirm zählt noch nicht</translation>
    </message>
    <message>
        <source>Stand tall and let the shoulders hang</source>
        <translation>Steh aufrecht, lass die Schultern hängen</translation>
    </message>
    <message>
        <source>Step 1: mid zone 2</source>
        <translation>Stufe 1: Zone 2 Mitte</translation>
    </message>
    <message>
        <source>Slightly quicker steps, and keep them short</source>
        <translation>Etwas schnellere Schritte, und kurz bleiben</translation>
    </message>
    <message>
        <source>Climb into the effort bit by bit, do not jump at it</source>
        <translation>Steig Stück für Stück in die Belastung, spring nicht hinein</translation>
    </message>
    <message>
        <source>Rolling grade: hold effort and turnover, let speed float</source>
        <translation>Wellige Steigung: Anstrengung und Takt halten, Tempo laufen lassen</translation>
    </message>
    <message>
        <source>Step 2: high zone 2</source>
        <translation>Stufe 2: Zone 2 oben</translation>
    </message>
    <message>
        <source>One notch more turnover, the stride stays short</source>
        <translation>Eine Kerbe mehr Takt, der Schritt bleibt kurz</translation>
    </message>
    <message>
        <source>Lift the chest, look ahead, hands relaxed</source>
        <translation>Brust raus, Blick nach vorn, Hände locker</translation>
    </message>
    <message>
        <source>Breathe deep and let the air out slowly</source>
        <translation>Tief atmen und die Luft langsam hinauslassen</translation>
    </message>
    <message>
        <source>Step 3: low zone 3</source>
        <translation>Stufe 3: Zone 3 unten</translation>
    </message>
    <message>
        <source>The last and hardest step, yet one that you could go on with</source>
        <translation>Die letzte und härteste Stufe, und doch könntest du weiter</translation>
    </message>
    <message>
        <source>Steady to the end: no sprint today</source>
        <translation>Gleichmäßig bis zum Ende: heute kein Sprint</translation>
    </message>
    <message>
        <source>Bring the speed down step by step and keep moving</source>
        <translation>Stufe für Stufe langsamer, in Bewegung bleiben</translation>
    </message>
    <message>
        <source>Long, slow breaths until talking is easy again</source>
        <translation>Lange, ruhige Atemzüge, bis Reden wieder leichtfällt</translation>
    </message>
    <message>
        <source>Step-up 30</source>
        <translation>Step-up 30</translation>
    </message>
    <message>
        <source>The step-up in half an hour: three climbs in effort between a warm-up and a cool-down. Not for beginners: theirs has mid zone 2, high zone 2 and low zone 3.</source>
        <translation>Das Step-up in einer halben Stunde: drei Anstiege der Belastung zwischen Aufwärmen und Abwärmen. Nicht zum Einstieg: Dort sind es Zone 2 Mitte, Zone 2 oben und Zone 3 unten.</translation>
    </message>
    <message>
        <source>Now the stride may open a little: push off with more drive</source>
        <translation>Jetzt darf der Schritt etwas länger werden: kräftiger abdrücken</translation>
    </message>
    <message>
        <source>Finished and well spent is what this last step is for</source>
        <translation>Fertig und gut verausgabt: Dafür ist diese letzte Stufe da</translation>
    </message>
    <message>
        <source>Step-up 80, beginners</source>
        <translation>Step-up 80, Einstieg</translation>
    </message>
    <message>
        <source>The step-up for beginners: the same shape, each step one notch of effort lower.</source>
        <translation>Das Step-up zum Einstieg: dieselbe Form, jede Stufe eine Kerbe weniger Anstrengung.</translation>
    </message>
    <message>
        <source>Step-up 80</source>
        <translation>Step-up 80</translation>
    </message>
    <message>
        <source>Three climbs in effort, each a step harder than the last, between a long warm-up and a cool-down. Not for beginners: theirs has mid zone 2, high zone 2 and low zone 3.</source>
        <translation>Drei Anstiege der Belastung, jeder härter als der letzte, zwischen langem Aufwärmen und Abwärmen. Nicht zum Einstieg: Dort sind es Zone 2 Mitte, Zone 2 oben und Zone 3 unten.</translation>
    </message>
    <message>
        <source>Strength: hilly marathon</source>
        <translation>Kraft: bergiger Marathon</translation>
    </message>
    <message>
        <source>Hamstrings, back and calves, three rounds: the muscles that hold the trunk upright when hills tire it. Hold back enough to train tomorrow; one heavy leg day a week, near the hard run.</source>
        <translation>Oberschenkelrückseite, Rücken und Waden, drei Runden: die Muskeln, die den Rumpf aufrecht halten, wenn Berge ihn müde machen. Lass genug übrig, um morgen zu trainieren; ein schwerer Beintag pro Woche, nahe am harten Lauf.</translation>
    </message>
    <message>
        <source>March, circle the arms, swing the legs</source>
        <translation>Marschieren, Arme kreisen, Beine schwingen</translation>
    </message>
    <message>
        <source>A few easy squats and calf raises without weight</source>
        <translation>Ein paar lockere Kniebeugen und Wadenheben ohne Gewicht</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Brücke</translation>
    </message>
    <message>
        <source>Press through the heels, squeeze the buttocks</source>
        <translation>Durch die Fersen drücken, Gesäß anspannen</translation>
    </message>
    <message>
        <source>Ribs down: hips up, not the lower back</source>
        <translation>Rippen runter: Hüfte hoch, nicht das Kreuz</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rudern</translation>
    </message>
    <message>
        <source>Flat back, elbows close, blades together</source>
        <translation>Rücken gerade, Ellbogen nah, Schulterblätter zusammen</translation>
    </message>
    <message>
        <source>Let the weight down slowly</source>
        <translation>Gewicht langsam ablassen</translation>
    </message>
    <message>
        <source>Calf raise, bent knee</source>
        <translation>Wadenheben, Knie gebeugt</translation>
    </message>
    <message>
        <source>Knees bent throughout, heels slowly down</source>
        <translation>Knie immer gebeugt, Fersen langsam runter</translation>
    </message>
    <message>
        <source>Gently at first, above all if you run on your heels</source>
        <translation>Erst sanft, vor allem wenn du auf der Ferse läufst</translation>
    </message>
    <message>
        <source>Between rounds</source>
        <translation>Zwischen den Runden</translation>
    </message>
    <message>
        <source>Walk and breathe: on it goes when the heart has calmed</source>
        <translation>Gehen und atmen: Weiter geht es, wenn das Herz ruhig ist</translation>
    </message>
    <message>
        <source>Walk, then stretch calves, thighs and back gently</source>
        <translation>Gehen, dann Waden, Oberschenkel und Rücken sanft dehnen</translation>
    </message>
    <message>
        <source>Something to drink and to eat, and sleep tonight</source>
        <translation>Etwas trinken, etwas essen, heute Nacht schlafen</translation>
    </message>
    <message>
        <source>Strength: trail</source>
        <translation>Kraft: Trail</translation>
    </message>
    <message>
        <source>Springs, legs, back and a trunk that nothing can twist, for rough ground. Hold back enough to train tomorrow; one heavy leg day a week, near the hard run.</source>
        <translation>Federn, Beine, Rücken und ein Rumpf, den nichts verdreht, für rauen Boden. Lass genug übrig, um morgen zu trainieren; ein schwerer Beintag pro Woche, nahe am harten Lauf.</translation>
    </message>
    <message>
        <source>Pogo hops</source>
        <translation>Pogo-Sprünge</translation>
    </message>
    <message>
        <source>Stiff ankles, quick and low, off the whole forefoot</source>
        <translation>Feste Knöchel, schnell und flach, vom ganzen Vorfuß</translation>
    </message>
    <message>
        <source>Land softly and quietly</source>
        <translation>Weich und leise landen</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Walk about, let the legs get springy again</source>
        <translation>Umhergehen, bis die Beine wieder federn</translation>
    </message>
    <message>
        <source>Box jumps</source>
        <translation>Kastensprünge</translation>
    </message>
    <message>
        <source>Jump up, stand tall, step down: never jump down</source>
        <translation>Hochspringen, aufrecht stehen, heruntersteigen: nie herunterspringen</translation>
    </message>
    <message>
        <source>A low box landed softly beats a high one</source>
        <translation>Lieber ein niedriger Kasten weich gelandet als ein hoher</translation>
    </message>
    <message>
        <source>Squat</source>
        <translation>Kniebeuge</translation>
    </message>
    <message>
        <source>Sit down between the heels, chest up</source>
        <translation>Zwischen die Fersen setzen, Brust raus</translation>
    </message>
    <message>
        <source>Knees follow the toes</source>
        <translation>Knie folgen den Zehen</translation>
    </message>
    <message>
        <source>Breathe</source>
        <translation>Durchatmen</translation>
    </message>
    <message>
        <source>Walking lunges</source>
        <translation>Ausfallschritte im Gehen</translation>
    </message>
    <message>
        <source>Long, calm steps, trunk tall</source>
        <translation>Lange, ruhige Schritte, Rumpf aufrecht</translation>
    </message>
    <message>
        <source>Front knee over the foot, push off the heel</source>
        <translation>Vorderes Knie über dem Fuß, über die Ferse abdrücken</translation>
    </message>
    <message>
        <source>Pallof press, left</source>
        <translation>Pallof Press, links</translation>
    </message>
    <message>
        <source>Press straight out and let nothing turn you</source>
        <translation>Gerade nach vorn drücken und dich von nichts drehen lassen</translation>
    </message>
    <message>
        <source>Feet wide, ribs down, breathe on</source>
        <translation>Füße breit, Rippen runter, weiteratmen</translation>
    </message>
    <message>
        <source>Pallof press, right</source>
        <translation>Pallof Press, rechts</translation>
    </message>
    <message>
        <source>Dead bug</source>
        <translation>Dead Bug</translation>
    </message>
    <message>
        <source>Lower back stays on the floor</source>
        <translation>Das Kreuz bleibt am Boden</translation>
    </message>
    <message>
        <source>Opposite arm and leg, slowly, breathing out</source>
        <translation>Arm und Gegenbein, langsam, dabei ausatmen</translation>
    </message>
    <message>
        <source>Tread hike</source>
        <translation>Laufband-Marsch</translation>
    </message>
    <message>
        <source>A steep hike at 15 % that supplements running and never replaces it: once or twice a week for about a month, after a morning run or in place of a rest day. Back and buttocks may ache for some days after the first ones.</source>
        <translation>Ein steiler Marsch bei 15 %, der das Laufen ergänzt und nie ersetzt: ein- oder zweimal pro Woche, etwa einen Monat lang, nach einem Morgenlauf oder statt eines Ruhetags. Rücken und Gesäß können nach den ersten einige Tage ziehen.</translation>
    </message>
    <message>
        <source>Dynamic warm-up</source>
        <translation>Bewegtes Aufwärmen</translation>
    </message>
    <message>
        <source>Beside the belt: leg swings, lunges, ankle circles</source>
        <translation>Neben dem Band: Beine schwingen, Ausfallschritte, Knöchel kreisen</translation>
    </message>
    <message>
        <source>Loosen hips and calves before they have to climb</source>
        <translation>Hüften und Waden lockern, bevor sie steigen</translation>
    </message>
    <message>
        <source>Walk easily and build up to 3 mph (4.8 km/h)</source>
        <translation>Geh locker und steigere dich auf 4,8 km/h (3 mph)</translation>
    </message>
    <message>
        <source>Raise the grade a little at a time up to 15 %</source>
        <translation>Steigung Stück für Stück bis 15 %</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Quicken bit by bit towards 4 mph (6.4 km/h)</source>
        <translation>Stück für Stück schneller, Richtung 6,4 km/h (4 mph)</translation>
    </message>
    <message>
        <source>Stop building just below real strain: that is your speed</source>
        <translation>Hör kurz vor echter Mühe auf: Das ist dein Tempo</translation>
    </message>
    <message>
        <source>Hold it here; 0.2 mph (0.3 km/h) more or less is fine</source>
        <translation>Halte es; 0,3 km/h (0,2 mph) mehr oder weniger sind gut</translation>
    </message>
    <message>
        <source>Push the belt away behind you and breathe out long</source>
        <translation>Schieb das Band hinter dir weg und atme lang aus</translation>
    </message>
    <message>
        <source>Flat cool-down</source>
        <translation>Flach abwärmen</translation>
    </message>
    <message>
        <source>Vest hike</source>
        <translation>Westenmarsch</translation>
    </message>
    <message>
        <source>A hike with a weight vest, outdoors or on a treadmill, as long as you like; the load is entered at the start. It supplements running and never replaces it: begin light and add little.</source>
        <translation>Ein Marsch mit Gewichtsweste, draußen oder auf dem Band, so lange du magst; die Last wird am Start eingetragen. Er ergänzt das Laufen und ersetzt es nie: leicht anfangen, wenig zulegen.</translation>
    </message>
    <message>
        <source>Without the vest</source>
        <translation>Ohne Weste</translation>
    </message>
    <message>
        <source>Walk easily and loosen shoulders, hips and calves</source>
        <translation>Geh locker, lockere Schultern, Hüften und Waden</translation>
    </message>
    <message>
        <source>Hike with the vest</source>
        <translation>Marsch mit Weste</translation>
    </message>
    <message>
        <source>Fasten the vest high and close, so that it cannot bounce</source>
        <translation>Weste hoch und eng schließen, damit sie nicht hüpft</translation>
    </message>
    <message>
        <source>Stand tall: lean from the ankles, not from the back</source>
        <translation>Aufrecht: aus den Knöcheln lehnen, nicht aus dem Rücken</translation>
    </message>
    <message>
        <source>Short steps, hands off the rails</source>
        <translation>Kurze Schritte, Hände weg vom Handlauf</translation>
    </message>
    <message>
        <source>Press the button when you are done</source>
        <translation>Drück die Taste, wenn du fertig bist</translation>
    </message>
    <message>
        <source>Vest off, walk on until talking is easy again</source>
        <translation>Weste ab, weitergehen, bis Reden wieder leichtfällt</translation>
    </message>
    <message>
        <source>The ANT stick on {port} no longer answers, though it is plugged in: unplug it, wait five seconds, plug it in again</source>
        <translation>Der ANT-Stick an {port} antwortet nicht mehr, obwohl er steckt: abziehen, fünf Sekunden warten, wieder einstecken</translation>
    </message>
    <message>
        <source>The ANT stick restarted by itself: it is being set up again</source>
        <translation>Der ANT-Stick hat von selbst neu gestartet: Er wird gerade wieder eingerichtet</translation>
    </message>
    <message>
        <source>The ANT stick stopped listening: it is being set up again</source>
        <translation>Der ANT-Stick hört nicht mehr zu: Er wird gerade wieder eingerichtet</translation>
    </message>
    <message>
        <source>The ANT stick on {transport} was lost: plug it in again</source>
        <translation>Der ANT-Stick an {transport} ist weg: wieder einstecken</translation>
    </message>
    <message>
        <source>the ANT stick</source>
        <translation>ANT-Stick</translation>
    </message>
    <message>
        <source>the second ANT stick</source>
        <translation>zweiter ANT-Stick</translation>
    </message>
    <message>
        <source>The ANT stick on {port} has never answered: plug it into another USB port, and if this stays, use another stick</source>
        <translation>Der ANT-Stick an {port} hat noch nie geantwortet: an einen anderen USB-Anschluss stecken, und wenn das nicht hilft, einen anderen Stick nehmen</translation>
    </message>
    <message>
        <source>{port} does not answer as an ANT stick does: check its cable and its power, or correct the port in the configuration</source>
        <translation>{port} antwortet nicht wie ein ANT-Stick: Kabel und Strom prüfen oder den Anschluss in der Konfiguration ändern</translation>
    </message>
    <message>
        <source>The ANT stick keeps restarting: use another USB port or a powered hub for it</source>
        <translation>Der ANT-Stick startet immer wieder neu: einen anderen USB-Anschluss oder einen Hub mit Netzteil nehmen</translation>
    </message>
    <message>
        <source>The ANT stick cannot scan ({error}): unplug it, wait five seconds, plug it in again; if this stays, use an ANTUSB2 or ANTUSB-m stick</source>
        <translation>Der ANT-Stick kann nicht suchen ({error}): abziehen, fünf Sekunden warten, wieder einstecken; wenn das nicht hilft, einen ANTUSB2- oder ANTUSB-m-Stick nehmen</translation>
    </message>
    <message>
        <source>nothing heard for {silent_s} s, </source>
        <translation>seit {silent_s} s nichts gehört, </translation>
    </message>
    <message>
        <source>{strongest_dbm} dBm at best, </source>
        <translation>bestenfalls {strongest_dbm} dBm, </translation>
    </message>
    <message>
        <source>{strength}{damaged:,} damaged stretches in {messages:,} messages</source>
        <translation>{strength}{damaged:,} beschädigte Stücke in {messages:,} Nachrichten</translation>
    </message>
    <message>
        <source>serial number {serial}</source>
        <translation>Seriennummer {serial}</translation>
    </message>
    <message>
        <source>ANT stick on {port}</source>
        <translation>ANT-Stick an {port}</translation>
    </message>
    <message>
        <source>ANT stick on {port}, serial number {serial}</source>
        <translation>ANT-Stick an {port}, Seriennummer {serial}</translation>
    </message>
    <message>
        <source>The ANT stick on {port} answers but hears nothing: put a strap on and wet its electrodes; if somebody wears one, move the stick away from metal and from USB 3 devices with an extension cable</source>
        <translation>Der ANT-Stick an {port} antwortet, hört aber nichts: einen Gurt anlegen und seine Kontakte anfeuchten; wenn jemand einen trägt, den Stick mit einem Verlängerungskabel von Metall und USB-3-Geräten wegrücken</translation>
    </message>
    <message>
        <source>No ANT stick found: plug one into a USB port</source>
        <translation>Kein ANT-Stick gefunden: einen in einen USB-Anschluss stecken</translation>
    </message>
    <message>
        <source>No second ANT stick found</source>
        <translation>Kein zweiter ANT-Stick gefunden</translation>
    </message>
    <message>
        <source>USB (bus {bus}, device {address})</source>
        <translation>USB (Bus {bus}, Gerät {address})</translation>
    </message>
    <message>
        <source>USB sticks need one more package: run `sudo apt install libusb-1.0-0`</source>
        <translation>Für USB-Sticks fehlt ein Paket: `sudo apt install libusb-1.0-0` ausführen</translation>
    </message>
    <message>
        <source>The ANT stick may not be used by this user: install the udev rule, run `sudo usermod -aG plugdev $USER`, log in again and plug the stick in again</source>
        <translation>Dieser Benutzer darf den ANT-Stick nicht verwenden: die udev-Regel installieren, `sudo usermod -aG plugdev $USER` ausführen, neu anmelden und den Stick wieder einstecken</translation>
    </message>
    <message>
        <source>The ANT stick is held by another program: close that program (Zwift, Garmin…) first</source>
        <translation>Ein anderes Programm hält den ANT-Stick: zuerst dieses Programm schließen (Zwift, Garmin …)</translation>
    </message>
    <message>
        <source>The ANT stick cannot be opened ({error}): unplug it, wait five seconds, plug it in again</source>
        <translation>Der ANT-Stick lässt sich nicht öffnen ({error}): abziehen, fünf Sekunden warten, wieder einstecken</translation>
    </message>
    <message>
        <source>What is plugged in is noticed up to a second late, because libudev is missing: run `sudo apt install libudev1`</source>
        <translation>Eingestecktes wird bis zu eine Sekunde später bemerkt, weil libudev fehlt: `sudo apt install libudev1` ausführen</translation>
    </message>
    <message>
        <source>What is plugged in is noticed up to a second late, because udev does not run: run `sudo systemctl start systemd-udevd`</source>
        <translation>Eingestecktes wird bis zu eine Sekunde später bemerkt, weil udev nicht läuft: `sudo systemctl start systemd-udevd` ausführen</translation>
    </message>
    <message>
        <source>What is plugged in is noticed up to a second late, because the kernel lets nobody listen to it here ({reason}): run the kiosk outside of this container</source>
        <translation>Eingestecktes wird bis zu eine Sekunde später bemerkt, weil der Kernel hier niemanden zuhören lässt ({reason}): den Kiosk außerhalb dieses Containers starten</translation>
    </message>
    <message>
        <source>sends lines that do not fit, such as {odd_line!r}: choose another preset or correct the pattern under [stations.incline.ascii]</source>
        <translation>sendet Zeilen, die nicht passen, etwa {odd_line!r}: eine andere Voreinstellung wählen oder das Muster unter [stations.incline.ascii] ändern</translation>
    </message>
    <message>
        <source>WitMotion sensor</source>
        <translation>WitMotion-Sensor</translation>
    </message>
    <message>
        <source>CSAFE console</source>
        <translation>CSAFE-Konsole</translation>
    </message>
    <message>
        <source>Modbus sensor</source>
        <translation>Modbus-Sensor</translation>
    </message>
    <message>
        <source>Sensor that sends lines</source>
        <translation>Sensor, der Zeilen sendet</translation>
    </message>
    <message>
        <source>TrackMaster console</source>
        <translation>TrackMaster-Konsole</translation>
    </message>
    <message>
        <source>at {baud} baud its questions would be orders to the belt of a TrackMaster treadmill: write another baud rate, or driver = &quot;trackmaster&quot;</source>
        <translation>bei {baud} Baud wären seine Fragen Befehle an das Band eines TrackMaster-Laufbands: eine andere Baudrate eintragen oder driver = &quot;trackmaster&quot;</translation>
    </message>
    <message>
        <source>does not say its speed or grade: it may not be made to tell them</source>
        <translation>sagt weder Tempo noch Steigung: Vielleicht lässt es sich so einstellen, dass es sie sagt</translation>
    </message>
    <message>
        <source>shows the same value for {frozen_s} s: unplug it for five seconds, then plug it in again</source>
        <translation>zeigt seit {frozen_s} s denselben Wert: fünf Sekunden abziehen, dann wieder einstecken</translation>
    </message>
    <message>
        <source>reads {askew_deg}° from its zero, further than any deck goes: check how it is mounted, then calibrate it, or set its axis and zero in the configuration</source>
        <translation>zeigt {askew_deg}° von seiner Null, weiter als jede Lauffläche geht: prüfen, wie er sitzt, dann kalibrieren, oder Achse und Null in der Konfiguration setzen</translation>
    </message>
    <message>
        <source>pitch_register and roll_register lie too far apart to be asked for together: correct them, at most {most_registers} registers go into one question</source>
        <translation>pitch_register und roll_register liegen zu weit auseinander, um sie zusammen abzufragen: ändern, höchstens {most_registers} Register passen in eine Frage</translation>
    </message>
    <message>
        <source>refuses our question: compare function and registers under [stations.incline.modbus] with the sensor&apos;s manual</source>
        <translation>weist unsere Frage ab: Funktion und Register unter [stations.incline.modbus] mit dem Handbuch des Sensors vergleichen</translation>
    </message>
    <message>
        <source>sends angles beyond 180°: correct degrees_per_unit or registers under [stations.incline.modbus]</source>
        <translation>sendet Winkel über 180°: degrees_per_unit oder Register unter [stations.incline.modbus] ändern</translation>
    </message>
    <message>
        <source>The station &quot;{station}&quot;: {error}.</source>
        <translation>Die Station „{station}“: {error}.</translation>
    </message>
    <message>
        <source>console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>incline sensor</source>
        <translation>Neigungssensor</translation>
    </message>
    <message>
        <source>the {what} of {station}</source>
        <translation>{what} von {station}</translation>
    </message>
    <message>
        <source>The {what} of {station}</source>
        <translation>{what} von {station}</translation>
    </message>
    <message>
        <source>{device} on {path}</source>
        <translation>{device} an {path}</translation>
    </message>
    <message>
        <source>{kind} on {path} at {baud} baud</source>
        <translation>{kind} an {path} mit {baud} Baud</translation>
    </message>
    <message>
        <source>{device} {trouble}</source>
        <translation>{device} {trouble}</translation>
    </message>
    <message>
        <source>{title} was unplugged: plug its cable into {path} again</source>
        <translation>{title} wurde abgezogen: Kabel wieder in {path} stecken</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>sends bytes that make no sense at {rates} baud: the baud rate is probably wrong, set the device&apos;s own in the configuration</source>
        <translation>sendet Bytes, die bei {rates} Baud keinen Sinn ergeben: Die Baudrate ist wohl falsch, die des Geräts in die Konfiguration eintragen</translation>
    </message>
    <message>
        <source>does not answer: switch the machine on, and check the cable</source>
        <translation>antwortet nicht: Gerät einschalten und das Kabel prüfen</translation>
    </message>
    <message>
        <source>is silent: check its power and cable</source>
        <translation>schweigt: Strom und Kabel prüfen</translation>
    </message>
    <message>
        <source>{damaged} {frames} in {count:,}</source>
        <translation>{damaged} {frames} von {count:,}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>damaged frame</source>
        <translation>beschädigter Rahmen</translation>
    </message>
    <message>
        <source>damaged frames</source>
        <translation>beschädigte Rahmen</translation>
    </message>
    <message>
        <source>answers with an error: look at the machine&apos;s own screen, then restart it</source>
        <translation>antwortet mit einem Fehler: auf die Anzeige des Geräts schauen, dann neu starten</translation>
    </message>
    <message>
        <source>says no speed or grade that can be true: check its cable</source>
        <translation>sagt weder Tempo noch Steigung, die stimmen können: Kabel prüfen</translation>
    </message>
    <message>
        <source>sends no angles: switch on its angle output with the maker&apos;s program</source>
        <translation>sendet keine Winkel: seine Winkelausgabe mit dem Programm des Herstellers einschalten</translation>
    </message>
    <message>
        <source>the panel</source>
        <translation>Bedienfeld</translation>
    </message>
    <message>
        <source>The panel on {where} was unplugged: plug it in again</source>
        <translation>Das Bedienfeld an {where} wurde abgezogen: wieder einstecken</translation>
    </message>
    <message>
        <source>Panel on {where}</source>
        <translation>Bedienfeld an {where}</translation>
    </message>
    <message>
        <source>{button}_pin of {station}</source>
        <translation>{button}_pin von {station}</translation>
    </message>
    <message>
        <source>The pulses of {station} give no speed without metres_per_pulse: measure it and add it to the configuration</source>
        <translation>Die Impulse von {station} ergeben ohne metres_per_pulse kein Tempo: messen und in die Konfiguration eintragen</translation>
    </message>
    <message>
        <source>pulse_pin of {station}</source>
        <translation>pulse_pin von {station}</translation>
    </message>
    <message>
        <source>Pin {pin}, {what}, cannot be used ({error}): choose another pin in the configuration</source>
        <translation>Pin {pin}, {what}, lässt sich nicht verwenden ({error}): in der Konfiguration einen anderen Pin wählen</translation>
    </message>
    <message>
        <source>The {button} button of {station} reads as pressed all the time: release it, or mend its wire</source>
        <translation>Die Taste {button} von {station} scheint ständig gedrückt: loslassen oder ihr Kabel reparieren</translation>
    </message>
    <message>
        <source>{station}: {pulses} pulses, {ignored} ignored</source>
        <translation>{station}: {pulses} Impulse, {ignored} verworfen</translation>
    </message>
    <message>
        <source>the Pi&apos;s pins</source>
        <translation>die Pins des Pi</translation>
    </message>
    <message>
        <source>This machine has no pins for a panel: run the kiosk on a Raspberry Pi, or take the pins out of the configuration</source>
        <translation>Dieser Rechner hat keine Pins für ein Bedienfeld: den Kiosk auf einem Raspberry Pi betreiben oder die Pins aus der Konfiguration nehmen</translation>
    </message>
    <message>
        <source>The panel&apos;s pins may not be used by this user: run `sudo usermod -aG gpio $USER`, then log in again</source>
        <translation>Dieser Benutzer darf die Pins des Bedienfelds nicht verwenden: `sudo usermod -aG gpio $USER` ausführen, dann neu anmelden</translation>
    </message>
    <message>
        <source>The panel&apos;s pins cannot be used because lgpio is missing: run `sudo apt install python3-lgpio &amp;&amp; make setup` in the kiosk&apos;s folder</source>
        <translation>Die Pins des Bedienfelds lassen sich nicht verwenden, weil lgpio fehlt: im Ordner des Kiosks `sudo apt install python3-lgpio &amp;&amp; make setup` ausführen</translation>
    </message>
    <message>
        <source>This machine is no Raspberry Pi, and its pins are not known: take the pins out of the configuration</source>
        <translation>Dieser Rechner ist kein Raspberry Pi, und seine Pins sind nicht bekannt: die Pins aus der Konfiguration nehmen</translation>
    </message>
    <message>
        <source>The panel&apos;s pins cannot be opened ({error}): close other programs that use them, then restart the Pi</source>
        <translation>Die Pins des Bedienfelds lassen sich nicht öffnen ({error}): andere Programme, die sie verwenden, schließen, dann den Pi neu starten</translation>
    </message>
    <message>
        <source>{path} is not there: plug the cable in, or correct the port in the configuration</source>
        <translation>{path} ist nicht da: Kabel einstecken oder den Anschluss in der Konfiguration ändern</translation>
    </message>
    <message>
        <source>{path} may not be opened by this user: run `sudo usermod -aG dialout $USER`, then log in again</source>
        <translation>Dieser Benutzer darf {path} nicht öffnen: `sudo usermod -aG dialout $USER` ausführen, dann neu anmelden</translation>
    </message>
    <message>
        <source>{path} is held by another program: close that program first</source>
        <translation>Ein anderes Programm hält {path}: zuerst dieses Programm schließen</translation>
    </message>
    <message>
        <source>{path} is not a serial port: correct the port in the configuration</source>
        <translation>{path} ist kein serieller Anschluss: den Anschluss in der Konfiguration ändern</translation>
    </message>
    <message>
        <source>{path} cannot run at {baud} baud: choose 4800, 9600, 19200, 38400, 57600 or 115200 in the configuration</source>
        <translation>{path} kann nicht mit {baud} Baud laufen: in der Konfiguration 4800, 9600, 19200, 38400, 57600 oder 115200 wählen</translation>
    </message>
    <message>
        <source>Looking for {device}</source>
        <translation>Gesucht wird: {device}</translation>
    </message>
    <message>
        <source>{device} ended by itself: trying again</source>
        <translation>{device}: von selbst beendet, neuer Versuch läuft</translation>
    </message>
    <message>
        <source>{device} stopped because of a fault in the program: it is being started again; if this stays, restart the kiosk</source>
        <translation>{device}: wegen eines Programmfehlers angehalten, wird neu gestartet; wenn das bleibt, den Kiosk neu starten</translation>
    </message>
    <message>
        <source>the tag reader of {station}</source>
        <translation>Tag-Leser von {station}</translation>
    </message>
    <message>
        <source>the kiosk&apos;s tag reader</source>
        <translation>Tag-Leser des Kiosks</translation>
    </message>
    <message>
        <source>Tag reader on {path}</source>
        <translation>Tag-Leser an {path}</translation>
    </message>
    <message>
        <source>{reader} was unplugged: plug it in again</source>
        <translation>{reader} wurde abgezogen: wieder einstecken</translation>
    </message>
    <message>
        <source>No tag reader is at {path}: plug it in, or correct the port of the reader in the configuration</source>
        <translation>An {path} ist kein Tag-Leser: einstecken oder den Anschluss des Lesers in der Konfiguration ändern</translation>
    </message>
    <message>
        <source>{path} may not be opened by this user: run `sudo usermod -aG input $USER`, then log in again</source>
        <translation>Dieser Benutzer darf {path} nicht öffnen: `sudo usermod -aG input $USER` ausführen, dann neu anmelden</translation>
    </message>
    <message>
        <source>The tag reader on {path} is held by another program: close that program first</source>
        <translation>Ein anderes Programm hält den Tag-Leser an {path}: zuerst dieses Programm schließen</translation>
    </message>
    <message>
        <source>{path} is not a tag reader: write the one under /dev/input/by-id that ends in -event-kbd into the configuration</source>
        <translation>{path} ist kein Tag-Leser: den unter /dev/input/by-id, der auf -event-kbd endet, in die Konfiguration schreiben</translation>
    </message>
    <message>
        <source>clock not set</source>
        <translation>Uhr nicht gestellt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Touched</source>
        <translation>Berührt</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Hands off</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keinmal</translation>
    </message>
    <message>
        <source>3 or more</source>
        <translation>3 oder mehr</translation>
    </message>
    <message>
        <source>How many beats did you count from second 5 to second 20?</source>
        <translation>Wie viele Schläge hast du von Sekunde 5 bis Sekunde 20 gezählt?</translation>
    </message>
    <message>
        <source>How many beats did you count in the minute after stepping?</source>
        <translation>Wie viele Schläge hast du in der Minute nach dem Steigen gezählt?</translation>
    </message>
    <message>
        <source>How sore are your legs after {workout}? 0 not at all, 10 worst</source>
        <translation>Wie sehr spürst du deine Beine nach {workout}? 0 gar nicht, 10 am schlimmsten</translation>
    </message>
    <message>
        <source>Did you step off after the start?</source>
        <translation>Bist du nach dem Start abgestiegen?</translation>
    </message>
    <message>
        <source>How often did you touch the rails?</source>
        <translation>Wie oft hast du den Handlauf berührt?</translation>
    </message>
    <message>
        <source>How hard was the whole session? 1 very easy, 10 all you had</source>
        <translation>Wie anstrengend war die ganze Einheit? 1 sehr leicht, 10 alles gegeben</translation>
    </message>
    <message>
        <source>Were your hands on the rails?</source>
        <translation>Waren deine Hände am Handlauf?</translation>
    </message>
    <message>
        <source>Did you run before it today?</source>
        <translation>Bist du heute vorher gelaufen?</translation>
    </message>
    <message>
        <source>ask: are you all right?</source>
        <translation>fragen: Ist alles gut?</translation>
    </message>
    <message>
        <source>too high twice: cooling down</source>
        <translation>zweimal zu hoch: wärmt ab</translation>
    </message>
    <message>
        <source>too high: on a recovery walk</source>
        <translation>zu hoch: in der Gehpause</translation>
    </message>
    <message>
        <source>no heart rate in hard work</source>
        <translation>kein Puls bei harter Belastung</translation>
    </message>
    <message>
        <source>grade unknown</source>
        <translation>Steigung unbekannt</translation>
    </message>
    <message>
        <source>grade not at {grade} %</source>
        <translation>Steigung nicht auf {grade} %</translation>
    </message>
    <message>
        <source>strap not worn for {span}</source>
        <translation>Gurt seit {span} nicht angelegt</translation>
    </message>
    <message>
        <source>strap silent for {span}</source>
        <translation>Gurt seit {span} stumm</translation>
    </message>
    <message>
        <source>waits for the heart: {span}</source>
        <translation>wartet auf das Herz: {span}</translation>
    </message>
    <message>
        <source>paused for {span}</source>
        <translation>Pause seit {span}</translation>
    </message>
    <message>
        <source>not started for {span}</source>
        <translation>seit {span} nicht gestartet</translation>
    </message>
    <message>
        <source>above the target for {span}</source>
        <translation>seit {span} über dem Ziel</translation>
    </message>
    <message>
        <source>below the target for {span}</source>
        <translation>seit {span} unter dem Ziel</translation>
    </message>
    <message>
        <source>over {share} % for {span}</source>
        <translation>seit {span} über {share} %</translation>
    </message>
    <message>
        <source>under {share} % for {span}</source>
        <translation>seit {span} unter {share} %</translation>
    </message>
    <message>
        <source>over {bpm} for {span}</source>
        <translation>seit {span} über {bpm}</translation>
    </message>
    <message>
        <source>under {bpm} for {span}</source>
        <translation>seit {span} unter {bpm}</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>There is no strap {number} on the shelf: choose another.</source>
        <translation>Gurt {number} ist nicht im Regal: Nimm einen anderen.</translation>
    </message>
    <message>
        <source>A PIN has {shortest} to {longest} digits: choose another.</source>
        <translation>Eine PIN hat {shortest} bis {longest} Ziffern: Wähle eine andere.</translation>
    </message>
    <message>
        <source>That PIN is one of the first that anybody would try: choose another.</source>
        <translation>Diese PIN würde jeder zuerst probieren: Wähle eine andere.</translation>
    </message>
    <message>
        <source>Tap in first.</source>
        <translation>Checke zuerst ein.</translation>
    </message>
    <message>
        <source>Without {names}: {reason}</source>
        <translation>Ohne {names}: {reason}</translation>
    </message>
    <message>
        <source>That could not be done because of a fault in the program: try again.</source>
        <translation>Das ging wegen eines Programmfehlers nicht: Versuch es noch einmal.</translation>
    </message>
    <message>
        <source>{protocol_id} cannot be an id; write small letters, digits and hyphens, like &quot;short-hills&quot;.</source>
        <translation>{protocol_id} kann keine Kennung sein; schreib Kleinbuchstaben, Ziffern und Bindestriche, etwa „short-hills“.</translation>
    </message>
    <message>
        <source>Workout</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>The workout cannot be run here: {reason}</source>
        <translation>Dieses Training läuft hier nicht: {reason}</translation>
    </message>
    <message>
        <source>It was made for another sport: check every step before you offer it.</source>
        <translation>Es war für eine andere Sportart gemacht: Prüf jeden Schritt, bevor du es anbietest.</translation>
    </message>
    <message>
        <source>Row {index} of {source} repeats until something is reached; give it a number of repeats instead.</source>
        <translation>Zeile {index} von {source} wiederholt, bis etwas erreicht ist; gib stattdessen eine Zahl von Wiederholungen an.</translation>
    </message>
    <message>
        <source>Row {index} of {source} repeats steps that do not stand together before it; make the workout anew without that repeat.</source>
        <translation>Zeile {index} von {source} wiederholt Schritte, die nicht zusammen davor stehen; mach das Training ohne diese Wiederholung neu.</translation>
    </message>
    <message>
        <source>In {source} repeats are nested more than {max_depth} deep; unroll one of them.</source>
        <translation>In {source} sind Wiederholungen mehr als {max_depth}-fach verschachtelt; lös eine davon auf.</translation>
    </message>
    <message>
        <source>&quot;{step}&quot; keeps as a cue what it cannot be run by: {thing}.</source>
        <translation>„{step}“ behält als Hinweis, wonach es nicht laufen kann: {thing}.</translation>
    </message>
    <message>
        <source>{source} is larger than {limit} kB; a workout is far smaller, so check that this is the right file.</source>
        <translation>{source} ist größer als {limit} kB; ein Training ist viel kleiner, prüf also, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>{source} is no FIT file or is damaged; export it again from where it came from.</source>
        <translation>{source} ist keine FIT-Datei oder beschädigt; exportier sie dort neu, wo sie herkommt.</translation>
    </message>
    <message>
        <source>{source} is a recorded activity and no workout; choose a file of a planned workout.</source>
        <translation>{source} ist eine aufgezeichnete Aktivität und kein Training; wähl die Datei eines geplanten Trainings.</translation>
    </message>
    <message>
        <source>{source} is no workout; choose a FIT workout file.</source>
        <translation>{source} ist kein Training; wähl eine FIT-Trainingsdatei.</translation>
    </message>
    <message>
        <source>{source} holds more than one workout; give each a file of its own.</source>
        <translation>{source} enthält mehr als ein Training; gib jedem eine eigene Datei.</translation>
    </message>
    <message>
        <source>{source} holds a workout without steps; give it at least one.</source>
        <translation>{source} enthält ein Training ohne Schritte; gib ihm mindestens einen.</translation>
    </message>
    <message>
        <source>{source} has {count} steps; shorten it to {max_steps} at most.</source>
        <translation>{source} hat {count} Schritte; kürz es auf höchstens {max_steps}.</translation>
    </message>
    <message>
        <source>The steps of {source} are not numbered one after the other; export it again.</source>
        <translation>Die Schritte von {source} sind nicht der Reihe nach nummeriert; exportier sie neu.</translation>
    </message>
    <message>
        <source>No word from it yet: if this stays, start the kiosk again.</source>
        <translation>Noch kein Wort davon: Wenn das bleibt, den Kiosk neu starten.</translation>
    </message>
    <message>
        <source>Nothing has answered yet: check its cable and its power.</source>
        <translation>Noch hat nichts geantwortet: Kabel und Strom prüfen.</translation>
    </message>
    <message>
        <source>Everything is written to disk.</source>
        <translation>Alles ist gespeichert.</translation>
    </message>
    <message>
        <source>It answers, and hears no strap: put one on and wet its electrodes; if somebody wears one, move the stick away from metal and USB 3 devices with an extension cable.</source>
        <translation>Er antwortet und hört keinen Gurt: einen anlegen und seine Kontakte anfeuchten; wenn jemand einen trägt, den Stick mit einem Verlängerungskabel von Metall und USB-3-Geräten wegrücken.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>low</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>fast leer</translation>
    </message>
    <message>
        <source>{station}: console</source>
        <translation>{station}: Konsole</translation>
    </message>
    <message>
        <source>{station}: incline sensor</source>
        <translation>{station}: Neigungssensor</translation>
    </message>
    <message>
        <source>Second ANT stick</source>
        <translation>Zweiter ANT-Stick</translation>
    </message>
    <message>
        <source>ANT stick</source>
        <translation>ANT-Stick</translation>
    </message>
    <message>
        <source>Reader at the kiosk</source>
        <translation>Leser am Kiosk</translation>
    </message>
    <message>
        <source>Reader at {station}</source>
        <translation>Leser an {station}</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Bedienfeld</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>It has not said a value yet.</source>
        <translation>Noch hat er keinen Wert gesagt.</translation>
    </message>
    <message>
        <source>It is connected, but has said nothing new for {time}: unplug it and plug it in again.</source>
        <translation>Er ist verbunden, hat aber seit {time} nichts Neues gesagt: abziehen und wieder einstecken.</translation>
    </message>
    <message>
        <source>{station}: belt</source>
        <translation>{station}: Band</translation>
    </message>
    <message>
        <source>The console and the belt agree to {percent} %.</source>
        <translation>Konsole und Band stimmen auf {percent} % überein.</translation>
    </message>
    <message>
        <source>The console says {percent} % {more} than the belt runs: have it adjusted.</source>
        <translation>Die Konsole sagt {percent} % {more}, als das Band läuft: nachstellen lassen.</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} oder {second}</translation>
    </message>
    <message>
        <source>club strap {number}</source>
        <translation>Vereinsgurt {number}</translation>
    </message>
    <message>
        <source>Change its battery before the next session.</source>
        <translation>Vor dem nächsten Training die Batterie wechseln.</translation>
    </message>
    <message>
        <source>Wet its electrodes and put it on.</source>
        <translation>Kontakte anfeuchten und anlegen.</translation>
    </message>
    <message>
        <source>not on the roster</source>
        <translation>nicht in der Liste</translation>
    </message>
    <message>
        <source>Strap {number}</source>
        <translation>Gurt {number}</translation>
    </message>
    <message>
        <source>maker {number}</source>
        <translation>Hersteller {number}</translation>
    </message>
    <message>
        <source>battery {percent} %</source>
        <translation>Batterie {percent} %</translation>
    </message>
    <message>
        <source>battery {status}</source>
        <translation>Batterie {status}</translation>
    </message>
    <message>
        <source>not worn</source>
        <translation>nicht angelegt</translation>
    </message>
    <message>
        <source>no heart rate</source>
        <translation>kein Puls</translation>
    </message>
    <message>
        <source>{words}.</source>
        <translation>{words}.</translation>
    </message>
    <message>
        <source>{words}</source>
        <translation>{words}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>1 strap on the air</source>
        <translation>1 Gurt in Reichweite</translation>
    </message>
    <message>
        <source>{count} straps on the air</source>
        <translation>{count} Gurte in Reichweite</translation>
    </message>
    <message>
        <source>no straps on the air</source>
        <translation>keine Gurte in Reichweite</translation>
    </message>
    <message>
        <source>{target} is the history itself: choose another file for the copy.</source>
        <translation>{target} ist die Aufzeichnung selbst: Wähl eine andere Datei für die Kopie.</translation>
    </message>
    <message>
        <source>The copy of {source} did not pass the check ({verdict}): keep the newest backup you have, and have the disk looked at.</source>
        <translation>Die Kopie von {source} hat die Prüfung nicht bestanden ({verdict}): Behalt die neueste Sicherung und lass nach dem Datenträger sehen.</translation>
    </message>
    <message>
        <source>The copy was given up.</source>
        <translation>Die Kopie wurde abgebrochen.</translation>
    </message>
    <message>
        <source>{target} cannot be written ({strerror}): make room, or choose another folder.</source>
        <translation>{target} lässt sich nicht schreiben ({strerror}): Schaff Platz oder wähl einen anderen Ordner.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; can have {max_devices} {what}s at most: give fewer.</source>
        <translation>„{name}“ kann höchstens {max_devices} haben ({what}s): Gib weniger an.</translation>
    </message>
    <message>
        <source>This tag cannot be kept as it is: hold it to the reader again.</source>
        <translation>Dieser Tag lässt sich so nicht merken: Halt ihn noch einmal an den Leser.</translation>
    </message>
    <message>
        <source>The sex cannot be &quot;{sex}&quot;: give f or m, or leave it out.</source>
        <translation>Das Geschlecht kann nicht „{sex}“ sein: f oder m, oder weglassen.</translation>
    </message>
    <message>
        <source>{device} {number} cannot be: a device number is between 1 and {last_device_number}; look for it on the {what} or in &apos;switchback doctor&apos;.</source>
        <translation>{device} {number} kann nicht sein: Eine Gerätenummer liegt zwischen 1 und {last_device_number}; sie steht auf dem Gerät ({what}) oder in „switchback doctor“.</translation>
    </message>
    <message>
        <source>&quot;{other}&quot; is already on the roster: choose another name, for example with an initial.</source>
        <translation>„{other}“ steht schon in der Liste: Wähl einen anderen Namen, etwa mit Anfangsbuchstaben.</translation>
    </message>
    <message>
        <source>Foot pod {device_number} already belongs to &quot;{other}&quot;: check the number.</source>
        <translation>Laufsensor {device_number} gehört schon „{other}“: Prüf die Nummer.</translation>
    </message>
    <message>
        <source>This tag already belongs to &quot;{other}&quot;: take another one.</source>
        <translation>Dieser Tag gehört schon „{other}“: Nimm einen anderen.</translation>
    </message>
    <message>
        <source>Strap {device_number} is number {number} of the club&apos;s own: borrow it from the shelf, or first take it off there.</source>
        <translation>Gurt {device_number} ist Vereinsgurt Nummer {number}: Leih ihn dir am Regal, oder nimm ihn zuerst dort heraus.</translation>
    </message>
    <message>
        <source>Strap {strap} already belongs to &quot;{owned}&quot;: check the number, or share it with them (on the command line with --shared).</source>
        <translation>Gurt {strap} gehört schon „{owned}“: Prüf die Nummer oder teilt ihn euch (in der Befehlszeile mit --shared).</translation>
    </message>
    <message>
        <source>There is a coach already: sign in first.</source>
        <translation>Einen Coach gibt es schon: Melde dich zuerst an.</translation>
    </message>
    <message>
        <source>There is a coach called {name} already: add a letter.</source>
        <translation>Einen Coach namens {name} gibt es schon: Häng einen Buchstaben an.</translation>
    </message>
    <message>
        <source>The administrator stays: somebody has to look after it.</source>
        <translation>Die Verwaltung bleibt: Jemand muss sich kümmern.</translation>
    </message>
    <message>
        <source>{name} is the only coach: add another one first.</source>
        <translation>{name} ist der einzige Coach: Füg zuerst einen weiteren hinzu.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Zu viele falsche PINs.</translation>
    </message>
    <message>
        <source>That is not the PIN. One more try.</source>
        <translation>Das ist nicht die PIN. Noch ein Versuch.</translation>
    </message>
    <message>
        <source>That is not the PIN. {left} more tries.</source>
        <translation>Das ist nicht die PIN. Noch {left} Versuche.</translation>
    </message>
    <message>
        <source>The PIN of {name} cannot be read: another coach sets a new one.</source>
        <translation>Die PIN von {name} ist nicht lesbar: Ein anderer Coach setzt eine neue.</translation>
    </message>
    <message>
        <source>The PIN has just been changed: try again.</source>
        <translation>Die PIN wurde gerade geändert: Versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Rettungscode</translation>
    </message>
    <message>
        <source>That coach has been removed.</source>
        <translation>Dieser Coach wurde entfernt.</translation>
    </message>
    <message>
        <source>{path} cannot be opened ({strerror}): check the disk and the permissions of its folder.</source>
        <translation>{path} lässt sich nicht öffnen ({strerror}): Datenträger und Rechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>The history</source>
        <translation>Die Aufzeichnung</translation>
    </message>
    <message>
        <source>{path} is not a file: move it away and start again.</source>
        <translation>{path} ist keine Datei: Verschieb es und starte neu.</translation>
    </message>
    <message>
        <source>{path} cannot be written: give the user who runs Switchback write permission for it.</source>
        <translation>{path} lässt sich nicht schreiben: Gib dem Benutzer, unter dem Switchback läuft, das Recht zu schreiben.</translation>
    </message>
    <message>
        <source>Nobody can be erased now ({strerror}): make room on the disk and try again.</source>
        <translation>Jetzt kann niemand gelöscht werden ({strerror}): schaffe Platz auf dem Speicher und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>This person is not on the roster any more.</source>
        <translation>Diese Person steht nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>{name} is still in a session that has not ended: end it first, then erase.</source>
        <translation>{name} ist noch in einer Einheit, die nicht beendet ist: Beende sie zuerst, dann lösche.</translation>
    </message>
    <message>
        <source>{kept!a} has invisible or control characters in it: type the name again.</source>
        <translation>In {kept!a} sind unsichtbare Zeichen: Tipp den Namen neu.</translation>
    </message>
    <message>
        <source>A name is missing: give one of 1 to {max_name_length} characters.</source>
        <translation>Ein Name fehlt: Gib einen mit 1 bis {max_name_length} Zeichen an.</translation>
    </message>
    <message>
        <source>&quot;{kept}…&quot; is longer than {max_name_length} characters: give a shorter name.</source>
        <translation>„{kept}…“ ist länger als {max_name_length} Zeichen: Gib einen kürzeren Namen an.</translation>
    </message>
    <message>
        <source>&quot;{kept}&quot; is no name: use at least one letter or digit.</source>
        <translation>„{kept}“ ist kein Name: mindestens ein Buchstabe oder eine Ziffer.</translation>
    </message>
    <message>
        <source>{count} records of training could not be saved: tell whoever looks after the kiosk; the log says which.</source>
        <translation>{count} Messwerte konnten nicht gespeichert werden: Sag es denen, die sich um den Kiosk kümmern; im Protokoll steht, welche.</translation>
    </message>
    <message>
        <source>Training goes on; {count} records had to be given up.</source>
        <translation>Das Training geht weiter; {count} Messwerte mussten aufgegeben werden.</translation>
    </message>
    <message>
        <source>Training goes on and is kept in memory until then.</source>
        <translation>Das Training geht weiter und bleibt bis dahin im Speicher.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({error}): look at the log and start again.</source>
        <translation>{path} lässt sich nicht schreiben ({error}): ins Protokoll sehen und neu starten.</translation>
    </message>
    <message>
        <source>This person</source>
        <translation>Diese Person</translation>
    </message>
    <message>
        <source>{name} is not on the roster any more: add them again.</source>
        <translation>{name} steht nicht mehr in der Liste: neu hinzufügen.</translation>
    </message>
    <message>
        <source>did you mean </source>
        <translation>meinst du </translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not on the roster; {meant}&apos;switchback roster list&apos; shows who is, &apos;switchback roster add&apos; adds someone.</source>
        <translation>„{name}“ steht nicht in der Liste; {meant}„switchback roster list“ zeigt alle, „switchback roster add“ fügt hinzu.</translation>
    </message>
    <message>
        <source>What is set at the screen is not kept yet: {why}</source>
        <translation>Was am Schirm eingestellt wird, bleibt noch nicht: {why}</translation>
    </message>
    <message>
        <source>That could not be kept because of a fault in the program: try again.</source>
        <translation>Das konnte wegen eines Programmfehlers nicht gemerkt werden: Versuch es noch einmal.</translation>
    </message>
    <message>
        <source>A strap of the club cannot be number {number}: give one from 1 to {last_number}.</source>
        <translation>Ein Gurt des Vereins kann nicht Nummer {number} sein: 1 bis {last_number}.</translation>
    </message>
    <message>
        <source>Strap {device_number} is nobody&apos;s, and not on the shelf: look there which there are.</source>
        <translation>Gurt {device_number} gehört niemandem und liegt nicht im Regal: sieh dort nach, welche es gibt.</translation>
    </message>
    <message>
        <source>A battery cannot be at {battery_percent} %: give 0 to 100.</source>
        <translation>Eine Batterie kann nicht bei {battery_percent} % sein: 0 bis 100.</translation>
    </message>
    <message>
        <source>A battery cannot be &quot;{battery_status}&quot;: choose from {statuses}.</source>
        <translation>Eine Batterie kann nicht „{battery_status}“ sein: Wähl aus {statuses}.</translation>
    </message>
    <message>
        <source>{name} is training with strap {device_number}: wait until the session is over.</source>
        <translation>{name} trainiert mit Gurt {device_number}: warte, bis die Einheit vorbei ist.</translation>
    </message>
    <message>
        <source>There is no strap {number} on the shelf: look there which there are.</source>
        <translation>Im Regal gibt es keinen Gurt {number}: Sieh dort nach, welche es gibt.</translation>
    </message>
    <message>
        <source>Strap {device_number} is number {number} on the shelf already: choose another number, or drop that one first.</source>
        <translation>Gurt {device_number} ist schon Nummer {number} im Regal: Wähl eine andere Nummer oder nimm jenen zuerst heraus.</translation>
    </message>
    <message>
        <source>Strap {device_number} belongs to &quot;{owner}&quot;: check the number, or leave it off the shelf.</source>
        <translation>Gurt {device_number} gehört „{owner}“: Prüf die Nummer oder lass ihn aus dem Regal.</translation>
    </message>
    <message>
        <source>&quot;{holder}&quot; has strap {number} of the club: have it given back first.</source>
        <translation>„{holder}“ hat Gurt {number} des Vereins: Lass ihn zuerst zurückgeben.</translation>
    </message>
    <message>
        <source>Late warm-up</source>
        <translation>Spätes Aufwärmen</translation>
    </message>
    <message>
        <source>Own cool-down</source>
        <translation>Eigenes Abwärmen</translation>
    </message>
    <message>
        <source>move it away with its -wal and -shm files and copy the newest backup to its place</source>
        <translation>mit ihren -wal- und -shm-Dateien verschieben und die neueste Sicherung an ihre Stelle kopieren</translation>
    </message>
    <message>
        <source>{path} cannot be written: give the user who runs Switchback write permission for it and for its folder.</source>
        <translation>{path} lässt sich nicht schreiben: Gib dem Benutzer, unter dem Switchback läuft, das Recht, sie und ihren Ordner zu schreiben.</translation>
    </message>
    <message>
        <source>{path} is in use by another program: close that program and try again.</source>
        <translation>{path} wird von einem anderen Programm benutzt: Schließ es und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>{path} is damaged: {backup}.</source>
        <translation>{path} ist beschädigt: {backup}.</translation>
    </message>
    <message>
        <source>The disk that holds {path} does not answer ({cause}): check the card or disk and start again.</source>
        <translation>Der Datenträger mit {path} antwortet nicht ({cause}): Karte oder Platte prüfen und neu starten.</translation>
    </message>
    <message>
        <source>{path} cannot be used ({cause}): start again, or {backup}.</source>
        <translation>{path} lässt sich nicht verwenden ({cause}): neu starten oder {backup}.</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full: make room on it.</source>
        <translation>Der Datenträger mit {path} ist voll: Schaff Platz.</translation>
    </message>
    <message>
        <source>{path} is not a Switchback history: move it to another folder, or set data_directory to an empty one.</source>
        <translation>{path} ist keine Switchback-Aufzeichnung: in einen anderen Ordner verschieben oder data_directory auf einen leeren setzen.</translation>
    </message>
    <message>
        <source>A day can hold {most} entries at most: give fewer.</source>
        <translation>Ein Tag fasst höchstens {most} Einträge: Gib weniger an.</translation>
    </message>
    <message>
        <source>These words cannot be kept: give up to {most} plain characters a day.</source>
        <translation>Diese Worte lassen sich nicht merken: bis zu {most} einfache Zeichen pro Tag.</translation>
    </message>
    <message>
        <source>The sensor hangs upside down: turn it over, fix it again, then start with the deck flat.</source>
        <translation>Der Sensor hängt kopfüber: umdrehen, wieder befestigen, dann mit flacher Lauffläche beginnen.</translation>
    </message>
    <message>
        <source>The sensor has not noticed the deck rise: raise it by 5 % or more, and check that the sensor sits on the part that moves.</source>
        <translation>Der Sensor hat nicht bemerkt, dass die Lauffläche steigt: um 5 % oder mehr anheben und prüfen, ob der Sensor am beweglichen Teil sitzt.</translation>
    </message>
    <message>
        <source>The sensor is turned on the deck, both its angles move alike: fix it with one edge along the belt, then start again with the deck flat.</source>
        <translation>Der Sensor sitzt verdreht, beide Winkel bewegen sich gleich: mit einer Kante längs zum Band befestigen, dann mit flacher Lauffläche neu beginnen.</translation>
    </message>
    <message>
        <source>That grade is too small to measure by: raise the deck to 3 % or more.</source>
        <translation>Diese Steigung ist zum Messen zu klein: die Lauffläche auf 3 % oder mehr heben.</translation>
    </message>
    <message>
        <source>The sensor does not see {percent} %: raise the deck to that grade, wait until it rests, then type it again.</source>
        <translation>Der Sensor sieht keine {percent} %: die Lauffläche auf diese Steigung heben, warten, bis sie ruht, dann noch einmal eintippen.</translation>
    </message>
    <message>
        <source>The sensor reads {read} % where it should be {percent} %, too far apart to be right: measure the grade again, or start again with the deck flat.</source>
        <translation>Der Sensor liest {read} %, wo es {percent} % sein sollten, das ist zu weit auseinander: Steigung neu messen oder mit flacher Lauffläche neu beginnen.</translation>
    </message>
    <message>
        <source>The deck was not flat yet: lower it all the way and begin there.</source>
        <translation>Die Lauffläche war noch nicht flach: ganz absenken und dort beginnen.</translation>
    </message>
    <message>
        <source>It is not known yet which way is up: raise the deck by 5 %.</source>
        <translation>Noch ist nicht bekannt, wo oben ist: die Lauffläche um 5 % heben.</translation>
    </message>
    <message>
        <source>The incline sensor of {station} is not heard: wait two seconds; if it stays so, look at the devices&apos; page.</source>
        <translation>Der Neigungssensor von {station} ist nicht zu hören: zwei Sekunden warten; wenn es so bleibt, die Seite der Geräte ansehen.</translation>
    </message>
    <message>
        <source>The deck moves too much: step off, wait until it stands still, then try again.</source>
        <translation>Die Lauffläche bewegt sich zu viel: absteigen, warten, bis sie stillsteht, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Only the administrator may do that.</source>
        <translation>Das darf nur die Verwaltung.</translation>
    </message>
    <message>
        <source>Only a coach may do that.</source>
        <translation>Das darf nur ein Coach.</translation>
    </message>
    <message>
        <source>treadmill</source>
        <translation>Laufband</translation>
    </message>
    <message>
        <source>stair</source>
        <translation>Treppengerät</translation>
    </message>
    <message>
        <source>There is no {machine} here for {names}: those places are left out, and their people train on the floor.</source>
        <translation>Für {names} gibt es hier nichts ({machine}): Diese Plätze entfallen, und ihre Leute trainieren am Boden.</translation>
    </message>
    <message>
        <source>this station</source>
        <translation>dieser Station</translation>
    </message>
    <message>
        <source>A button was pressed, but nobody is on {where}: tap in and choose it on the screen.</source>
        <translation>Eine Taste wurde gedrückt, aber an {where} ist niemand: einchecken und die Station am Schirm wählen.</translation>
    </message>
    <message>
        <source>{name}, choose your workout on the screen first.</source>
        <translation>{name}, wähl zuerst am Schirm dein Training.</translation>
    </message>
    <message>
        <source>The class goes on together: the coach skips a step on the screen.</source>
        <translation>Der Kurs geht gemeinsam weiter: Der Coach überspringt einen Schritt am Schirm.</translation>
    </message>
    <message>
        <source>The whole class is paused: the coach goes on with it on the screen.</source>
        <translation>Der ganze Kurs macht Pause: Der Coach setzt ihn am Schirm fort.</translation>
    </message>
    <message>
        <source>No stick is in: plug the one with your files in.</source>
        <translation>Kein Stick steckt: Steck den mit deinen Dateien ein.</translation>
    </message>
    <message>
        <source>Only a coach takes files over: sign in first.</source>
        <translation>Nur ein Coach übernimmt Dateien: Melde dich zuerst an.</translation>
    </message>
    <message>
        <source>The stick has to be looked at once more.</source>
        <translation>Der Stick muss noch einmal angesehen werden.</translation>
    </message>
    <message>
        <source>That did not work because of a fault in the program: try again.</source>
        <translation>Das ging wegen eines Programmfehlers nicht: Versuch es noch einmal.</translation>
    </message>
    <message>
        <source>{name} is training: end the session first, then erase.</source>
        <translation>{name} trainiert: zuerst die Einheit beenden, dann löschen.</translation>
    </message>
    <message>
        <source>Erased: nothing is known of this person any more.</source>
        <translation>Gelöscht: Von dieser Person ist nichts mehr bekannt.</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Guest {n}</source>
        <translation>Gast {n}</translation>
    </message>
    <message>
        <source>That athlete is not tapped in: tap in first.</source>
        <translation>Diese Person ist nicht eingecheckt: zuerst einchecken.</translation>
    </message>
    <message>
        <source>That session is over: start a new one.</source>
        <translation>Diese Einheit ist vorbei: Beginn eine neue.</translation>
    </message>
    <message>
        <source>An effort is rated from 1 to 10: touch one of these.</source>
        <translation>Anstrengung geht von 1 bis 10: Berühr eine davon.</translation>
    </message>
    <message>
        <source>There is nothing to log yet: wait for the first exercise.</source>
        <translation>Noch gibt es nichts einzutragen: Warte auf die erste Übung.</translation>
    </message>
    <message>
        <source>Repetitions and kilograms are between 0 and 1000: enter them again.</source>
        <translation>Wiederholungen und Kilogramm liegen zwischen 0 und 1000: Gib sie noch einmal ein.</translation>
    </message>
    <message>
        <source>That is for a workout that is running: start one first.</source>
        <translation>Das geht nur in einem laufenden Training: Starte zuerst eines.</translation>
    </message>
    <message>
        <source>Nobody is ready to start: tap in first.</source>
        <translation>Niemand ist startbereit: zuerst einchecken.</translation>
    </message>
    <message>
        <source>An own clock is for one athlete: start the others as a class.</source>
        <translation>Eine eigene Uhr ist für eine Person: Starte die anderen als Kurs.</translation>
    </message>
    <message>
        <source>{plan} changes places: start it as a class.</source>
        <translation>{plan} wechselt die Plätze: als Kurs starten.</translation>
    </message>
    <message>
        <source>The cool-down belongs to the workout: make it as easy as you like, or leave or end the session if you must go.</source>
        <translation>Das Abwärmen gehört zum Training: Mach es so locker, wie du magst, oder verlass oder beende die Einheit, wenn du gehen musst.</translation>
    </message>
    <message>
        <source>This step does not end by time, so it cannot be made longer.</source>
        <translation>Dieser Schritt endet nicht nach Zeit, er lässt sich also nicht verlängern.</translation>
    </message>
    <message>
        <source>A step can be made longer by up to an hour at a time.</source>
        <translation>Ein Schritt lässt sich um höchstens eine Stunde auf einmal verlängern.</translation>
    </message>
    <message>
        <source>There is nothing to cool down from: start a workout first.</source>
        <translation>Es gibt nichts abzuwärmen: Starte zuerst ein Training.</translation>
    </message>
    <message>
        <source>{name} has come late and warms up first: that is not made shorter or longer.</source>
        <translation>{name} kam zu spät und wärmt zuerst auf: Das wird nicht kürzer oder länger.</translation>
    </message>
    <message>
        <source>{name} is not in that class: let them join it first.</source>
        <translation>{name} ist nicht in diesem Kurs: zuerst mitmachen lassen.</translation>
    </message>
    <message>
        <source>&quot;{step}&quot; in {plan} ends by distance but prescribes no speed: add speed_kmh to the step, or start it alone instead of as a class.</source>
        <translation>„{step}“ in {plan} endet nach Strecke, gibt aber kein Tempo vor: Trag speed_kmh beim Schritt ein oder starte es allein statt als Kurs.</translation>
    </message>
    <message>
        <source>That class is not running any more: start a workout instead.</source>
        <translation>Dieser Kurs läuft nicht mehr: Starte stattdessen ein Training.</translation>
    </message>
    <message>
        <source>Less than {minutes} minutes of this class&apos;s work are left: start the half-hour step-up (step-up-30) on your own clock instead.</source>
        <translation>In diesem Kurs sind weniger als {minutes} Minuten Arbeit übrig: Starte stattdessen das halbstündige Step-up (step-up-30) auf eigener Uhr.</translation>
    </message>
    <message>
        <source>There is no station &quot;{station}&quot;: choose one of {names}.</source>
        <translation>Die Station „{station}“ gibt es nicht: Wähl aus {names}.</translation>
    </message>
    <message>
        <source>A station goes from {lowest} % to {highest} % at most: look at its display again.</source>
        <translation>Eine Station geht höchstens von {lowest} % bis {highest} %: Schau noch einmal auf ihre Anzeige.</translation>
    </message>
    <message>
        <source>A speed is between 0 and {fastest}: type it again.</source>
        <translation>Ein Tempo liegt zwischen 0 und {fastest}: noch einmal eingeben.</translation>
    </message>
    <message>
        <source>Steps are between 0 and {most} a minute: type them again.</source>
        <translation>Schritte liegen zwischen 0 und {most} pro Minute: Tipp sie noch einmal.</translation>
    </message>
    <message>
        <source>There is no station &quot;{station}&quot;: choose one of {known}.</source>
        <translation>Die Station „{station}“ gibt es nicht: Wähl aus {known}.</translation>
    </message>
    <message>
        <source>Another class is running: end it, start the kiosk again and resume the cut one then.</source>
        <translation>Ein anderer Kurs läuft: beenden, den Kiosk neu starten und dann den abgebrochenen fortsetzen.</translation>
    </message>
    <message>
        <source>Everybody of the session that was cut is training in another one: end that, start the kiosk again and resume.</source>
        <translation>Alle aus der abgebrochenen Einheit trainieren in einer anderen: jene beenden, den Kiosk neu starten und fortsetzen.</translation>
    </message>
    <message>
        <source>{plan} has places for {room} here and {people} want to start: add a lane for the floor to it, or start fewer.</source>
        <translation>{plan} hat hier Platz für {room}, und {people} wollen starten: einen Platz am Boden ergänzen oder mit weniger starten.</translation>
    </message>
    <message>
        <source>Everybody has been stopped: make sure that all is well, then touch Go on, or end the sessions.</source>
        <translation>Alle wurden angehalten: Schau, dass es allen gut geht, dann berühr „Weiter“ oder beende die Einheiten.</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>lap</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>strap {number}: {heart}</source>
        <translation>Gurt {number}: {heart}</translation>
    </message>
    <message>
        <source>foot pod {number}: {motion}</source>
        <translation>Laufsensor {number}: {motion}</translation>
    </message>
    <message>
        <source>pitch {pitch}°, roll {roll}°</source>
        <translation>Längs {pitch}°, quer {roll}°</translation>
    </message>
    <message>
        <source>{button} pressed</source>
        <translation>{button} gedrückt</translation>
    </message>
    <message>
        <source>a tag</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{steps} steps/min</source>
        <translation>{steps} Schritte/min</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>{bpm} bpm</source>
        <translation>{bpm} bpm</translation>
    </message>
    <message>
        <source>no bpm</source>
        <translation>keine bpm</translation>
    </message>
    <message>
        <source>Warm up first</source>
        <translation>Erst aufwärmen</translation>
    </message>
    <message>
        <source>There is no strap {strap}: choose one that is on the air.</source>
        <translation>Gurt {strap} gibt es nicht: Nimm einen, der zu hören ist.</translation>
    </message>
    <message>
        <source>Hold your tag to the reader.</source>
        <translation>Halt deinen Tag an den Leser.</translation>
    </message>
    <message>
        <source>From now on this tag taps you in.</source>
        <translation>Ab jetzt checkt dich dieser Tag ein.</translation>
    </message>
    <message>
        <source>No tag was seen for half a minute: try again.</source>
        <translation>Eine halbe Minute lang kam kein Tag: Versuch es noch einmal.</translation>
    </message>
    <message>
        <source>This tag is yours already: just hold it to the reader.</source>
        <translation>Dieser Tag gehört dir schon: Halt ihn einfach an den Leser.</translation>
    </message>
    <message>
        <source>This tag is {owner}&apos;s: use another one.</source>
        <translation>Dieser Tag gehört {owner}: Nimm einen anderen.</translation>
    </message>
    <message>
        <source>This tag is not known: tap your name on the screen, then &quot;My tag&quot;.</source>
        <translation>Dieser Tag ist nicht bekannt: Tipp am Schirm auf deinen Namen, dann auf „Mein Tag“.</translation>
    </message>
    <message>
        <source>The tags&apos; key {file} cannot be read or made ({strerror}): let the kiosk&apos;s user own its data directory, `sudo chown -R $USER {parent}`</source>
        <translation>Der Schlüssel der Tags {file} lässt sich nicht lesen oder anlegen ({strerror}): Der Benutzer des Kiosks muss seinen Datenordner besitzen, `sudo chown -R $USER {parent}`</translation>
    </message>
    <message>
        <source>The tags&apos; key {file} is damaged: put it back from a copy, or delete it and let everybody enrol their tag again</source>
        <translation>Der Schlüssel der Tags {file} ist beschädigt: aus einer Kopie zurückholen, oder löschen, und alle melden ihren Tag neu an</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>nächster Schritt</translation>
    </message>
    <message>
        <source>{when}: {step}</source>
        <translation>{when}: {step}</translation>
    </message>
    <message>
        <source>Quicker steps</source>
        <translation>Schnellere Schritte</translation>
    </message>
    <message>
        <source>Quicker steps: +{steps} a minute</source>
        <translation>Schnellere Schritte: +{steps} pro Minute</translation>
    </message>
    <message>
        <source>Set the grade</source>
        <translation>Steigung einstellen</translation>
    </message>
    <message>
        <source>Set {grade}</source>
        <translation>Stell {grade} ein</translation>
    </message>
    <message>
        <source>Grade set</source>
        <translation>Steigung steht</translation>
    </message>
    <message>
        <source>At {grade}</source>
        <translation>Auf {grade}</translation>
    </message>
    <message>
        <source>Ease off</source>
        <translation>Nimm Druck raus</translation>
    </message>
    <message>
        <source>Slow to a walk</source>
        <translation>Langsamer, jetzt gehen</translation>
    </message>
    <message>
        <source>Join in again, a little easier</source>
        <translation>Steig wieder ein, etwas leichter</translation>
    </message>
    <message>
        <source>Enough today: cool down now</source>
        <translation>Genug für heute: jetzt abwärmen</translation>
    </message>
    <message>
        <source>No heart rate: go by effort</source>
        <translation>Kein Puls: nach Anstrengung</translation>
    </message>
    <message>
        <source>Slow to a walk. Are you all right?</source>
        <translation>Langsamer, jetzt gehen. Ist alles gut?</translation>
    </message>
    <message>
        <source>Shorter, quicker steps</source>
        <translation>Kürzere, schnellere Schritte</translation>
    </message>
    <message>
        <source>In a minute</source>
        <translation>In einer Minute</translation>
    </message>
    <message>
        <source>In 10 s</source>
        <translation>In 10 s</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>A touch faster</source>
        <translation>Etwas schneller</translation>
    </message>
    <message>
        <source>A touch slower</source>
        <translation>Etwas langsamer</translation>
    </message>
    <message>
        <source>A touch faster: +{amount} {unit}</source>
        <translation>Etwas schneller: +{amount} {unit}</translation>
    </message>
    <message>
        <source>A touch slower: −{amount} {unit}</source>
        <translation>Etwas langsamer: −{amount} {unit}</translation>
    </message>
    <message>
        <source>−{percent} %</source>
        <translation>−{percent} %</translation>
    </message>
    <message>
        <source>{plan} at {top} %</source>
        <translation>{plan} bei {top} %</translation>
    </message>
    <message>
        <source>no {what} on the roster: switchback roster set &quot;{name}&quot; --{option}</source>
        <translation>in der Liste fehlt: {what}: switchback roster set &quot;{name}&quot; --{option}</translation>
    </message>
    <message>
        <source>read from the heart rate, which does not guide somebody who trains by effort</source>
        <translation>wird am Puls abgelesen, und der führt niemanden, der nach Anstrengung trainiert</translation>
    </message>
    <message>
        <source>speed as prescribed, not measured</source>
        <translation>Tempo laut Plan, nicht gemessen</translation>
    </message>
    <message>
        <source>Queens College step test</source>
        <translation>Queens-College-Stufentest</translation>
    </message>
    <message>
        <source>YMCA step test</source>
        <translation>YMCA-Stufentest</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <source>Chester step test</source>
        <translation>Chester-Stufentest</translation>
    </message>
    <message>
        <source>Ebbeling walk test</source>
        <translation>Ebbeling-Gehtest</translation>
    </message>
    <message>
        <source>Bruce treadmill test</source>
        <translation>Bruce-Laufbandtest</translation>
    </message>
    <message>
        <source>Balke treadmill test</source>
        <translation>Balke-Laufbandtest</translation>
    </message>
    <message>
        <source>{speed} lies outside of {slowest} to {fastest}</source>
        <translation>{speed} liegt nicht zwischen {slowest} und {fastest}</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>Test result</source>
        <translation>Testergebnis</translation>
    </message>
    <message>
        <source>&quot;{test_id}&quot; is no test the kiosk knows</source>
        <translation>„{test_id}“ ist kein Test, den der Kiosk kennt</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>birth year</source>
        <translation>Geburtsjahr</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>zone edges</source>
        <translation>Zonengrenzen</translation>
    </message>
    <message>
        <source>straps</source>
        <translation>Gurte</translation>
    </message>
    <message>
        <source>{what} {new}</source>
        <translation>{what} {new}</translation>
    </message>
    <message>
        <source>only the name</source>
        <translation>nur der Name</translation>
    </message>
    <message>
        <source>{what} {old} → {new}</source>
        <translation>{what} {old} → {new}</translation>
    </message>
    <message>
        <source>year of birth</source>
        <translation>Geburtsjahr</translation>
    </message>
    <message>
        <source>counted by hand</source>
        <translation>von Hand gezählt</translation>
    </message>
    <message>
        <source>needs all four minutes at 5 %</source>
        <translation>braucht alle vier Minuten bei 5 %</translation>
    </message>
    <message>
        <source>the belt was at {grade} %, not at 5 %: repeat it</source>
        <translation>das Band stand auf {grade} %, nicht auf 5 %: wiederholen</translation>
    </message>
    <message>
        <source>needs 60 min at one effort, {seconds} were</source>
        <translation>braucht 60 min bei gleicher Anstrengung, es waren {seconds}</translation>
    </message>
    <message>
        <source>needs all of the 30 min all out</source>
        <translation>braucht die vollen 30 min, alles gegeben</translation>
    </message>
    <message>
        <source>from beat intervals</source>
        <translation>aus den Schlagabständen</translation>
    </message>
    <message>
        <source>from the shown heart rate</source>
        <translation>aus dem angezeigten Puls</translation>
    </message>
    <message>
        <source>less than a minute was recorded after the work: stay for it</source>
        <translation>nach der Belastung wurde weniger als eine Minute aufgezeichnet: Bleib noch da</translation>
    </message>
    <message>
        <source>the minute after the work was interrupted</source>
        <translation>die Minute nach der Belastung war unterbrochen</translation>
    </message>
    <message>
        <source>no heart rate at the end of the work or a minute after</source>
        <translation>kein Puls am Ende der Belastung oder eine Minute danach</translation>
    </message>
    <message>
        <source>needs {minutes} min of steady work without a break</source>
        <translation>braucht {minutes} min gleichmäßige Belastung ohne Pause</translation>
    </message>
    <message>
        <source>too many seconds without heart rate, speed or grade</source>
        <translation>zu viele Sekunden ohne Puls, Tempo oder Steigung</translation>
    </message>
    <message>
        <source>the work was not steady enough</source>
        <translation>die Belastung war nicht gleichmäßig genug</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>VO2</source>
        <translation>VO2</translation>
    </message>
    <message>
        <source>measured at rest only; this session has no rest before the work</source>
        <translation>wird nur in Ruhe gemessen; diese Einheit hat keine Ruhe vor der Belastung</translation>
    </message>
    <message>
        <source>beats were lost during the rest: wet the strap and repeat</source>
        <translation>in der Ruhe gingen Schläge verloren: Gurt anfeuchten und wiederholen</translation>
    </message>
    <message>
        <source>needs a minute of beat intervals at rest</source>
        <translation>braucht eine Minute Schlagabstände in Ruhe</translation>
    </message>
    <message>
        <source>{flagged} of {beats} beats look wrong: wet the strap, repeat</source>
        <translation>{flagged} von {beats} Schlägen sehen falsch aus: Gurt anfeuchten, wiederholen</translation>
    </message>
    <message>
        <source>no heart rate was recorded: wear a strap</source>
        <translation>kein Puls aufgezeichnet: Trag einen Gurt</translation>
    </message>
    <message>
        <source>with a maximum estimated from age</source>
        <translation>mit einem aus dem Alter geschätzten Maximum</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>maximum heart rate or year of birth</source>
        <translation>Maximalpuls oder Geburtsjahr</translation>
    </message>
    <message>
        <source>Pace varied by</source>
        <translation>Tempo schwankte um</translation>
    </message>
    <message>
        <source>{left_out} s without heart rate left out</source>
        <translation>{left_out} s ohne Puls ausgelassen</translation>
    </message>
    <message>
        <source>Time in band</source>
        <translation>Zeit im Zielbereich</translation>
    </message>
    <message>
        <source>Overshoot</source>
        <translation>Darüber</translation>
    </message>
    <message>
        <source>no step with a heart-rate target was done</source>
        <translation>kein Schritt mit Pulsziel wurde gemacht</translation>
    </message>
    <message>
        <source>trains by effort: no heart rate was asked for</source>
        <translation>trainiert nach Anstrengung: Puls war nicht gefragt</translation>
    </message>
    <message>
        <source>too little of the judged time had a heart rate</source>
        <translation>zu wenig der bewerteten Zeit hatte einen Puls</translation>
    </message>
    <message>
        <source>Step-up score</source>
        <translation>Step-up-Wertung</translation>
    </message>
    <message>
        <source>no score for a part: {why}</source>
        <translation>keine Wertung für einen Teil: {why}</translation>
    </message>
    <message>
        <source>no score: most of the work was a recovery walk</source>
        <translation>keine Wertung: Das meiste war Gehpause</translation>
    </message>
    <message>
        <source>built up step by step</source>
        <translation>Stufe für Stufe aufgebaut</translation>
    </message>
    <message>
        <source>did not build up from step to step</source>
        <translation>nicht von Stufe zu Stufe aufgebaut</translation>
    </message>
    <message>
        <source>finished and well spent</source>
        <translation>fertig und gut verausgabt</translation>
    </message>
    <message>
        <source>{odd} doubtful seconds left out</source>
        <translation>{odd} zweifelhafte Sekunden ausgelassen</translation>
    </message>
    <message>
        <source>Mean heart rate</source>
        <translation>Mittlerer Puls</translation>
    </message>
    <message>
        <source>Highest heart rate</source>
        <translation>Höchster Puls</translation>
    </message>
    <message>
        <source>nothing was recorded</source>
        <translation>nichts wurde aufgezeichnet</translation>
    </message>
    <message>
        <source>Time in zone {number}</source>
        <translation>Zeit in Zone {number}</translation>
    </message>
    <message>
        <source>Time below zone 1</source>
        <translation>Zeit unter Zone 1</translation>
    </message>
    <message>
        <source>Time without heart rate</source>
        <translation>Zeit ohne Puls</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>eigene Zonen</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>nach Schwelle</translation>
    </message>
    <message>
        <source>reserve</source>
        <translation>nach Pulsreserve</translation>
    </message>
    <message>
        <source>percent-max</source>
        <translation>nach Prozent vom Maximum</translation>
    </message>
    <message>
        <source>trains by effort: may say little of the load</source>
        <translation>trainiert nach Anstrengung: sagt vielleicht wenig über die Belastung</translation>
    </message>
    <message>
        <source>Load (Edwards)</source>
        <translation>Belastung (Edwards)</translation>
    </message>
    <message>
        <source>resting heart rate</source>
        <translation>Ruhepuls</translation>
    </message>
    <message>
        <source>Load (Banister)</source>
        <translation>Belastung (Banister)</translation>
    </message>
    <message>
        <source>nobody said how hard the session was (1–10)</source>
        <translation>niemand hat gesagt, wie anstrengend es war (1–10)</translation>
    </message>
    <message>
        <source>Load by effort</source>
        <translation>Belastung nach Anstrengung</translation>
    </message>
    <message>
        <source>posture not recorded</source>
        <translation>Haltung nicht bekannt</translation>
    </message>
    <message>
        <source>in {step}, {pace}; compare only like with like</source>
        <translation>in {step}, {pace}; nur Gleiches mit Gleichem vergleichen</translation>
    </message>
    <message>
        <source>Fall in the first minute</source>
        <translation>Abfall in der ersten Minute</translation>
    </message>
    <message>
        <source>by {by} over {seconds} min</source>
        <translation>nach {by} über {seconds} min</translation>
    </message>
    <message>
        <source>Decoupling</source>
        <translation>Entkopplung</translation>
    </message>
    <message>
        <source>{flagged} of {beats} left out</source>
        <translation>{flagged} von {beats} ausgelassen</translation>
    </message>
    <message>
        <source>RMSSD at rest</source>
        <translation>RMSSD in Ruhe</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Strecke</translation>
    </message>
    <message>
        <source>The file has no altitude: record outside, with a watch that measures it.</source>
        <translation>Die Datei hat keine Höhe: Zeichne draußen auf, mit einer Uhr, die sie misst.</translation>
    </message>
    <message>
        <source>The file has no distance: record outside, with satellites or a foot pod.</source>
        <translation>Die Datei hat keine Strecke: Zeichne draußen auf, mit Satelliten oder Laufsensor.</translation>
    </message>
    <message>
        <source>The watch&apos;s altitude, mean of {smooth} s; ups and downs under {turn} m are not counted.</source>
        <translation>Höhe der Uhr, über {smooth} s gemittelt; Auf und Ab unter {turn} m zählt nicht.</translation>
    </message>
    <message>
        <source>Descended</source>
        <translation>Höhenmeter bergab</translation>
    </message>
    <message>
        <source>Ascent</source>
        <translation>Höhenmeter</translation>
    </message>
    <message>
        <source>Wanted: {steepest} to {flattest} % down, {leeway} % either way is let pass; grade by the watch&apos;s altitude and distance over {window} s.</source>
        <translation>Gewünscht: {steepest} bis {flattest} % bergab, {leeway} % mehr oder weniger gelten auch; Gefälle aus Höhe und Strecke der Uhr über {window} s.</translation>
    </message>
    <message>
        <source>On the wanted grade</source>
        <translation>Im gewünschten Gefälle</translation>
    </message>
    <message>
        <source>Quick steps downhill</source>
        <translation>Schnelle Schritte bergab</translation>
    </message>
    <message>
        <source>This workout asks for no cadence.</source>
        <translation>Dieses Training verlangt keine Schrittzahl.</translation>
    </message>
    <message>
        <source>Nothing in the file goes down as steeply as was wanted.</source>
        <translation>Nichts in der Datei geht so steil bergab wie gewünscht.</translation>
    </message>
    <message>
        <source>The file has no cadence downhill: wear a foot pod or a watch that counts steps.</source>
        <translation>Die Datei hat bergab keine Schrittzahl: Trag einen Laufsensor oder eine Uhr, die Schritte zählt.</translation>
    </message>
    <message>
        <source>{mean} steps a minute on average, {low} to {high} wanted; the watch&apos;s cadence, known for {known} s of {down} s downhill.</source>
        <translation>Im Mittel {mean} Schritte pro Minute, gewünscht {low} bis {high}; Schrittzahl der Uhr, bekannt für {known} s von {down} s bergab.</translation>
    </message>
    <message>
        <source>Above the ceiling</source>
        <translation>Über der Obergrenze</translation>
    </message>
    <message>
        <source>No ceiling is known: give a maximum heart rate or a year of birth.</source>
        <translation>Keine Obergrenze ist bekannt: Gib einen Maximalpuls oder ein Geburtsjahr an.</translation>
    </message>
    <message>
        <source>The file has no heart rate: wear the strap outside too.</source>
        <translation>Die Datei hat keinen Puls: Trag den Gurt auch draußen.</translation>
    </message>
    <message>
        <source>Ceiling {ceiling} bpm, highest {highest} bpm; known for {known} s of {all} s.</source>
        <translation>Obergrenze {ceiling} bpm, höchster {highest} bpm; bekannt für {known} s von {all} s.</translation>
    </message>
    <message>
        <source>Done of the downhill</source>
        <translation>Vom Bergab geschafft</translation>
    </message>
    <message>
        <source>This workout has no downhill.</source>
        <translation>Dieses Training hat kein Bergab.</translation>
    </message>
    <message>
        <source>A step of this workout has neither a time nor a distance.</source>
        <translation>Ein Schritt dieses Trainings hat weder Zeit noch Strecke.</translation>
    </message>
    <message>
        <source>{did} {unit} of {wanted} {unit} at the wanted grade or steeper.</source>
        <translation>{did} {unit} von {wanted} {unit} im gewünschten Gefälle oder steiler.</translation>
    </message>
    <message>
        <source>nothing was climbed</source>
        <translation>es ging nicht bergauf</translation>
    </message>
    <message>
        <source>Vertical speed while climbing</source>
        <translation>Steigrate beim Steigen</translation>
    </message>
    <message>
        <source>no steps a minute: type in what the machine shows</source>
        <translation>keine Schritte pro Minute: tippe ein, was das Gerät anzeigt</translation>
    </message>
    <message>
        <source>nothing read the belt&apos;s grade</source>
        <translation>nichts hat die Steigung des Bands gelesen</translation>
    </message>
    <message>
        <source>no speed and no grade were recorded</source>
        <translation>weder Tempo noch Steigung aufgezeichnet</translation>
    </message>
    <message>
        <source>no step height of the stair machine in the kiosk&apos;s settings</source>
        <translation>keine Stufenhöhe des Treppengeräts in den Einstellungen des Kiosks</translation>
    </message>
    <message>
        <source>weight for the load that was carried</source>
        <translation>Gewicht zur getragenen Last</translation>
    </message>
    <message>
        <source>estimated from speed and grade</source>
        <translation>aus Tempo und Steigung geschätzt</translation>
    </message>
    <message>
        <source>{count} s without speed or grade left out</source>
        <translation>{count} s ohne Tempo oder Steigung ausgelassen</translation>
    </message>
    <message>
        <source>without what the load carried costs</source>
        <translation>ohne das, was die getragene Last kostet</translation>
    </message>
    <message>
        <source>Mean oxygen uptake</source>
        <translation>Mittlere Sauerstoffaufnahme</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Energy above rest</source>
        <translation>Energie über Ruhe</translation>
    </message>
    <message>
        <source>nobody said whether the rails were touched</source>
        <translation>niemand hat gesagt, ob der Handlauf berührt wurde</translation>
    </message>
    <message>
        <source>Beats per metre climbed</source>
        <translation>Schläge pro Höhenmeter</translation>
    </message>
    <message>
        <source>beats/m</source>
        <translation>Schläge/m</translation>
    </message>
    <message>
        <source>by the athlete&apos;s own line from rest to max</source>
        <translation>nach der eigenen Linie von Ruhe bis Maximum</translation>
    </message>
    <message>
        <source>by a line through {points} steady minutes</source>
        <translation>nach einer Linie durch {points} gleichmäßige Minuten</translation>
    </message>
    <message>
        <source>Heart rate at 15 %, 4 mph</source>
        <translation>Puls bei 15 %, 6,4 km/h</translation>
    </message>
    <message>
        <source>the rails were touched or held: hands off for a comparison</source>
        <translation>der Handlauf wurde berührt oder gehalten: zum Vergleich Hände weg</translation>
    </message>
    <message>
        <source>the speed was prescribed, not measured: type in what the belt shows</source>
        <translation>das Tempo war vorgegeben, nicht gemessen: tippe ein, was das Band anzeigt</translation>
    </message>
    <message>
        <source>a load was carried: only hikes without one can be compared</source>
        <translation>mit Last gegangen: Nur Märsche ohne Last sind vergleichbar</translation>
    </message>
    <message>
        <source>needs 4 min at one grade from 10 % and one walking speed, with a steady heart rate</source>
        <translation>braucht 4 min bei einer Steigung ab 10 % und einem Gehtempo, mit ruhigem Puls</translation>
    </message>
    <message>
        <source>needs three speeds held for 4 min each, or a VO2max on the roster: </source>
        <translation>braucht drei Tempi, je 4 min gehalten, oder eine VO2max in der Liste: </translation>
    </message>
    <message>
        <source>VO2max</source>
        <translation>VO2max</translation>
    </message>
    <message>
        <source>the heart rates on the roster do not fit together: correct them</source>
        <translation>die Pulswerte in der Liste passen nicht zusammen: berichtigen</translation>
    </message>
    <message>
        <source>{plan} is all out: start it only with your coach beside you.</source>
        <translation>{plan} heißt alles geben: nur mit deinem Coach neben dir starten.</translation>
    </message>
    <message>
        <source>{plan} is not for beginners: {name} is the version to start with.</source>
        <translation>{plan} ist nichts zum Einstieg: Fang mit {name} an.</translation>
    </message>
    <message>
        <source>There is no {need} here: choose another workout.</source>
        <translation>Hier fehlt das Gerät dafür ({need}): Wähl ein anderes Training.</translation>
    </message>
    <message>
        <source>{plan} is done on a {need}: step onto {station} first.</source>
        <translation>Für {plan} brauchst du das Gerät {need}: Geh zuerst auf {station}.</translation>
    </message>
    <message>
        <source>{here} has not shown a decline: step onto {station} for {plan}.</source>
        <translation>{here} hat noch kein Gefälle gezeigt: Geh für {plan} auf {station}.</translation>
    </message>
    <message>
        <source>{reason} {station} has shown it.</source>
        <translation>{reason} {station} hat es schon gezeigt.</translation>
    </message>
    <message>
        <source>{name} has not shown {wanted} % yet: confirm that it can be set to that.</source>
        <translation>{name} hat noch keine {wanted} % gezeigt: Bestätige, dass sich das einstellen lässt.</translation>
    </message>
    <message>
        <source>{name} has shown {top} % at most, not {wanted} %: do the same work there, less steep and quicker, or set it to {wanted} % once.</source>
        <translation>{name} hat höchstens {top} % gezeigt, nicht {wanted} %: Mach dort dieselbe Arbeit, flacher und schneller, oder stell es einmal auf {wanted} %.</translation>
    </message>
    <message>
        <source>The kiosk knows of no station: see that your machine can be set to {wanted} %.</source>
        <translation>Der Kiosk kennt keine Station: Schau, dass sich dein Gerät auf {wanted} % stellen lässt.</translation>
    </message>
    <message>
        <source>This is hill homework: no station here has shown a decline of {decline} %. Take it home and do it outside, or set a station to it once.</source>
        <translation>Das ist eine Berg-Hausaufgabe: Keine Station hat hier schon {decline} % Gefälle gezeigt. Nimm sie mit und mach sie draußen, oder stell eine Station einmal darauf ein.</translation>
    </message>
    <message>
        <source>stair machine</source>
        <translation>Treppengerät</translation>
    </message>
    <message>
        <source>{name} may be under {years}: record the day of a guardian&apos;s consent too, before clearing them for maximal tests.</source>
        <translation>{name} ist vielleicht unter {years}: Trag auch den Tag der Einwilligung der Eltern ein, bevor du für Tests mit vollem Einsatz freigibst.</translation>
    </message>
    <message>
        <source>The birth year cannot be {born}: give one between 1900 and {year}.</source>
        <translation>Das Geburtsjahr kann nicht {born} sein: eines zwischen 1900 und {year}.</translation>
    </message>
    <message>
        <source>The weight of {name} cannot be {weight} kg; enter a value from 25 to 300.</source>
        <translation>Das Gewicht von {name} kann nicht {weight} kg sein; ein Wert von 25 bis 300.</translation>
    </message>
    <message>
        <source>The VO2max of {name} cannot be {vo2max} ml/kg/min; enter a value from 10 to 95.</source>
        <translation>Die VO2max von {name} kann nicht {vo2max} ml/kg/min sein; ein Wert von 10 bis 95.</translation>
    </message>
    <message>
        <source>The marathon pace of {name} cannot be {pace} s/km; enter one from 2:00 to 15:00 a kilometre.</source>
        <translation>Das Marathontempo von {name} kann nicht {pace} s/km sein; eines von 2:00 bis 15:00 pro Kilometer.</translation>
    </message>
    <message>
        <source>The test ceiling of {name} cannot be {test}; enter a value from 60 to 230.</source>
        <translation>Die Test-Obergrenze von {name} kann nicht {test} sein; ein Wert von 60 bis 230.</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>test ceiling</source>
        <translation>Test-Obergrenze</translation>
    </message>
    <message>
        <source>The {what} of {name} ({ceiling}) must not lie above the maximum heart rate ({max_hr}); correct one of them.</source>
        <translation>{what} von {name} ({ceiling}) darf nicht über dem Maximalpuls ({max_hr}) liegen; eines davon berichtigen.</translation>
    </message>
    <message>
        <source>threshold test</source>
        <translation>Schwellentest</translation>
    </message>
    <message>
        <source>clearance</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>guardian&apos;s consent</source>
        <translation>Einwilligung der Eltern</translation>
    </message>
    <message>
        <source>readiness questions</source>
        <translation>Gesundheitsfragen</translation>
    </message>
    <message>
        <source>The day of the {what} of {name} cannot be {on}; enter one from {first} to today.</source>
        <translation>Der Tag für {what} von {name} kann nicht {on} sein; einer von {first} bis heute.</translation>
    </message>
    <message>
        <source>The race day of {name} cannot be {race}; enter one within the next five years.</source>
        <translation>Der Renntag von {name} kann nicht {race} sein; einer in den nächsten fünf Jahren.</translation>
    </message>
    <message>
        <source>The race&apos;s name cannot be kept; enter up to {count} plain characters.</source>
        <translation>Der Name des Rennens lässt sich nicht merken; bis zu {count} einfache Zeichen.</translation>
    </message>
    <message>
        <source>Soreness after crushers</source>
        <translation>Muskelkater nach Crushern</translation>
    </message>
    <message>
        <source>of 10</source>
        <translation>von 10</translation>
    </message>
    <message>
        <source>{judgement}: {slope} {unit} a week ({low} to {high}).</source>
        <translation>{judgement}: {slope} {unit} pro Woche ({low} bis {high}).</translation>
    </message>
    <message>
        <source>Improving</source>
        <translation>Wird besser</translation>
    </message>
    <message>
        <source>Getting worse</source>
        <translation>Wird schlechter</translation>
    </message>
    <message>
        <source>No clear trend</source>
        <translation>Kein klarer Trend</translation>
    </message>
    <message>
        <source>No steady hike in the last 12 weeks: hold one grade and one speed for 4 min.</source>
        <translation>Kein gleichmäßiger Marsch in den letzten 12 Wochen: Halt 4 min lang eine Steigung und ein Tempo.</translation>
    </message>
    <message>
        <source>Too few days for a trend.</source>
        <translation>Zu wenige Tage für einen Trend.</translation>
    </message>
    <message>
        <source>Too few sessions for a trend: {count} of {least}.</source>
        <translation>Zu wenige Einheiten für einen Trend: {count} von {least}.</translation>
    </message>
    <message>
        <source>{change} {unit} since {day}: more than chance ({least}).</source>
        <translation>{change} {unit} seit {day}: mehr als Zufall ({least}).</translation>
    </message>
    <message>
        <source>{change} {unit} since {day}: may be chance (up to {least}).</source>
        <translation>{change} {unit} seit {day}: kann Zufall sein (bis {least}).</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count}-mal</translation>
    </message>
    <message>
        <source>Done {times}, last on {day}.</source>
        <translation>{times} gemacht, zuletzt am {day}.</translation>
    </message>
    <message>
        <source>Best: {value} {unit} on {day}.</source>
        <translation>Am besten: {value} {unit} am {day}.</translation>
    </message>
    <message>
        <source>Once so far: the next one shows what has changed.</source>
        <translation>Bisher einmal: Das nächste zeigt, was sich geändert hat.</translation>
    </message>
    <message>
        <source>Passed on {day}.</source>
        <translation>Bestanden am {day}.</translation>
    </message>
    <message>
        <source>Not passed on {day}.</source>
        <translation>Nicht bestanden am {day}.</translation>
    </message>
    <message>
        <source>{change} {unit} since {day}.</source>
        <translation>{change} {unit} seit {day}.</translation>
    </message>
    <message>
        <source>No quad crusher yet.</source>
        <translation>Noch kein Quad Crusher.</translation>
    </message>
    <message>
        <source>Nobody said how sore it made them: it is asked at the next tap-in.</source>
        <translation>Niemand hat gesagt, wie der Muskelkater war: Danach wird beim nächsten Einchecken gefragt.</translation>
    </message>
    <message>
        <source>{sore} of 10 so far: the next one should bring less.</source>
        <translation>Bisher {sore} von 10: Der nächste sollte weniger bringen.</translation>
    </message>
    <message>
        <source>{before} of 10, then {after}</source>
        <translation>{before} von 10, dann {after}</translation>
    </message>
    <message>
        <source>{said}: less, so the legs are better protected.</source>
        <translation>{said}: weniger, die Beine sind also besser geschützt.</translation>
    </message>
    <message>
        <source>{said}: {more}, so no protection shows yet.</source>
        <translation>{said}: {more}, noch zeigt sich also kein Schutz.</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich viel</translation>
    </message>
    <message>
        <source>with all repeats it has {count} steps; shorten it to {max_steps} at most</source>
        <translation>mit allen Wiederholungen sind es {count} Schritte; kürz auf höchstens {max_steps}</translation>
    </message>
    <message>
        <source>a protocol is not its own version for beginners; name another id or leave this key out</source>
        <translation>ein Training ist nicht seine eigene Einstiegsfassung; nenn eine andere Kennung oder lass diesen Schlüssel weg</translation>
    </message>
    <message>
        <source>it is for beginners itself; take out either level or beginner</source>
        <translation>es ist selbst für den Einstieg; nimm level oder beginner heraus</translation>
    </message>
    <message>
        <source>all out is nothing for beginners; take out either of them</source>
        <translation>alles geben ist nichts für den Einstieg; nimm eines von beiden heraus</translation>
    </message>
    <message>
        <source>a fitness test belongs to its category; add category = &quot;test&quot;</source>
        <translation>ein Fitnesstest gehört in seine Kategorie; ergänz category = &quot;test&quot;</translation>
    </message>
    <message>
        <source>this test is all out; add maximal = true, so that it is locked</source>
        <translation>dieser Test heißt alles geben; ergänz maximal = true, damit er gesperrt ist</translation>
    </message>
    <message>
        <source>beside a rotation only warm-up and cool-down steps can stand; move the work into a lane, under [[rotation.lanes.steps]]</source>
        <translation>neben einer Rotation kann nur Aufwärmen und Abwärmen stehen; verschieb die Belastung in einen Platz, unter [[rotation.lanes.steps]]</translation>
    </message>
    <message>
        <source>a warm-up comes after a cool-down; put the warm-ups first</source>
        <translation>ein Aufwärmen kommt nach einem Abwärmen; stell das Aufwärmen nach vorn</translation>
    </message>
    <message>
        <source>a block of {block} s is shorter than the change of {change} s; lengthen block or shorten change</source>
        <translation>ein Block von {block} s ist kürzer als der Wechsel von {change} s; verlänger block oder kürz change</translation>
    </message>
    <message>
        <source>there is a lane {lane} already; give this one another name</source>
        <translation>einen Platz {lane} gibt es schon; gib diesem einen anderen Namen</translation>
    </message>
    <message>
        <source>its steps take up to {seconds} s, longer than the block of {block} s; shorten them or lengthen block</source>
        <translation>seine Schritte dauern bis zu {seconds} s, länger als der Block von {block} s; kürz sie oder verlänger block</translation>
    </message>
    <message>
        <source>a lane has work and recovery only; put warm-up and cool-down under [[steps]]</source>
        <translation>ein Platz hat nur Belastung und Erholung; setz Aufwärmen und Abwärmen unter [[steps]]</translation>
    </message>
    <message>
        <source>everybody changes places at the same time, so a lane&apos;s step needs a time of its own; end it by duration or by reps</source>
        <translation>alle wechseln gleichzeitig die Plätze, also braucht der Schritt eines Platzes eine eigene Zeit; beende ihn nach duration oder reps</translation>
    </message>
    <message>
        <source>it must be &quot;{station_kind}&quot; as its lane says; correct one of them</source>
        <translation>es muss „{station_kind}“ sein, wie sein Platz sagt; berichtige eines davon</translation>
    </message>
    <message>
        <source>repeats are nested more than {max_depth} deep; unroll one of them</source>
        <translation>Wiederholungen sind mehr als {max_depth}-fach verschachtelt; lös eine davon auf</translation>
    </message>
    <message>
        <source>a [[steps]] table</source>
        <translation>eine Tabelle [[steps]]</translation>
    </message>
    <message>
        <source>a [[rotation.lanes]] table</source>
        <translation>eine Tabelle [[rotation.lanes]]</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>an ordinary number</source>
        <translation>eine gewöhnliche Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a list in [ ]</source>
        <translation>eine Liste in [ ]</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>it is nested too deeply or holds an impossible number</source>
        <translation>es ist zu tief verschachtelt oder enthält eine unmögliche Zahl</translation>
    </message>
    <message>
        <source>, line {line}</source>
        <translation>, Zeile {line}</translation>
    </message>
    <message>
        <source>{source}{line}: this is not valid TOML ({problem}); correct it there.</source>
        <translation>{source}{line}: Das ist kein gültiges TOML ({problem}); dort berichtigen.</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>Zeile {line}</translation>
    </message>
    <message>
        <source>{place}: {problem}.</source>
        <translation>{place}: {problem}.</translation>
    </message>
    <message>
        <source>not {value}</source>
        <translation>nicht {value}</translation>
    </message>
    <message>
        <source>the key &quot;{key}&quot; is missing; add {example}</source>
        <translation>der Schlüssel „{key}“ fehlt; ergänz {example}</translation>
    </message>
    <message>
        <source>it must be {wanted}, {given}; correct it</source>
        <translation>es muss {wanted} sein, {given}; berichtigen</translation>
    </message>
    <message>
        <source>seconds joined by hyphens, like &quot;3-1-1&quot;</source>
        <translation>Sekunden mit Bindestrichen, etwa „3-1-1“</translation>
    </message>
    <message>
        <source>small letters, digits and hyphens, like &quot;short-hills&quot;</source>
        <translation>Kleinbuchstaben, Ziffern und Bindestriche, etwa „short-hills“</translation>
    </message>
    <message>
        <source>{what}; correct it</source>
        <translation>{what}; berichtigen</translation>
    </message>
    <message>
        <source>at least {limit}</source>
        <translation>mindestens {limit}</translation>
    </message>
    <message>
        <source>at most {limit}</source>
        <translation>höchstens {limit}</translation>
    </message>
    <message>
        <source>it needs at least {count} entry or entries; add what is missing</source>
        <translation>es braucht mindestens {count} Einträge; ergänz, was fehlt</translation>
    </message>
    <message>
        <source>it may have at most {count} entries; remove some</source>
        <translation>es darf höchstens {count} Einträge haben; nimm einige heraus</translation>
    </message>
    <message>
        <source>the text is empty; fill it in</source>
        <translation>der Text ist leer; füll ihn aus</translation>
    </message>
    <message>
        <source>the text is longer than {count} characters; shorten it</source>
        <translation>der Text ist länger als {count} Zeichen; kürz ihn</translation>
    </message>
    <message>
        <source>the nearest known one is &quot;{guess}&quot;</source>
        <translation>am nächsten ist „{guess}“</translation>
    </message>
    <message>
        <source>known here: {keys}</source>
        <translation>hier bekannt: {keys}</translation>
    </message>
    <message>
        <source>this key is unknown; {mend}</source>
        <translation>dieser Schlüssel ist unbekannt; {mend}</translation>
    </message>
    <message>
        <source>give either zone (with or without part), percent_max, or both low and high, like { zone = 3, part = &quot;mid&quot; }, { percent_max = [50, 70] } or { low = 140, high = 150 }</source>
        <translation>gib entweder zone (mit oder ohne part), percent_max oder low und high zusammen an, etwa { zone = 3, part = &quot;mid&quot; }, { percent_max = [50, 70] } oder { low = 140, high = 150 }</translation>
    </message>
    <message>
        <source>low must be at least 1 bpm below high; correct one of them</source>
        <translation>low muss mindestens 1 bpm unter high liegen; berichtige eines davon</translation>
    </message>
    <message>
        <source>it has no condition; add below_percent_max, below, above or fall, like { below_percent_max = 65, fall = 25 }</source>
        <translation>es hat keine Bedingung; ergänz below_percent_max, below, above oder fall, etwa { below_percent_max = 65, fall = 25 }</translation>
    </message>
    <message>
        <source>it waits for a rise and for a fall; keep above or the others</source>
        <translation>es wartet auf ein Steigen und auf ein Fallen; behalt above oder die anderen</translation>
    </message>
    <message>
        <source>at_least ({at_least} s) is longer than at_most ({at_most} s); correct one of them (left out they are 30 s and 120 s)</source>
        <translation>at_least ({at_least} s) ist länger als at_most ({at_most} s); berichtige eines davon (weggelassen sind es 30 s und 120 s)</translation>
    </message>
    <message>
        <source>it is empty; write it like { grade_percent = [0, 15] }</source>
        <translation>es ist leer; schreib es wie { grade_percent = [0, 15] }</translation>
    </message>
    <message>
        <source>the step has both {ends}; keep the one that shall end it</source>
        <translation>der Schritt hat {ends}; behalt das, was ihn beenden soll</translation>
    </message>
    <message>
        <source>the step never ends; add duration = &quot;5 min&quot;, distance = &quot;400 m&quot;, reps = 8, until = &quot;button&quot; or until_heart_rate = { below = 120 }</source>
        <translation>der Schritt endet nie; ergänz duration = &quot;5 min&quot;, distance = &quot;400 m&quot;, reps = 8, until = &quot;button&quot; oder until_heart_rate = { below = 120 }</translation>
    </message>
    <message>
        <source>{key} is given twice, alone and in ramp; keep one of them</source>
        <translation>{key} steht zweimal da, allein und in ramp; behalt eines davon</translation>
    </message>
    <message>
        <source>a ramp needs to know how long the step is; give it a duration or a distance instead of {end}</source>
        <translation>eine Rampe muss wissen, wie lang der Schritt ist; gib ihm eine duration oder distance statt {end}</translation>
    </message>
    <message>
        <source>the end that it has</source>
        <translation>des Endes, das er hat</translation>
    </message>
    <message>
        <source>the step would never end at 0 km/h; give a speed or a duration instead</source>
        <translation>bei 0 km/h würde der Schritt nie enden; gib ein Tempo oder eine Dauer an</translation>
    </message>
    <message>
        <source>the speed is given twice, as marathon_pace and in km/h; keep one</source>
        <translation>das Tempo steht zweimal da, als marathon_pace und in km/h; behalt eines</translation>
    </message>
    <message>
        <source>downhill there is no heart-rate target, only the ceiling; take heart_rate out and steer by rpe and cadence_spm</source>
        <translation>bergab gibt es kein Pulsziel, nur die Obergrenze; nimm heart_rate heraus und steuer nach rpe und cadence_spm</translation>
    </message>
    <message>
        <source>It does not end with a cool-down, which is never optional; add one as the last step.</source>
        <translation>Es endet nicht mit einem Abwärmen, und das ist nie freiwillig; ergänz eines als letzten Schritt.</translation>
    </message>
    <message>
        <source>It is a test that the kiosk cannot score; name the test it is in test.</source>
        <translation>Es ist ein Test, den der Kiosk nicht werten kann; nenn den Test in test.</translation>
    </message>
    <message>
        <source>&quot;{step}&quot; has a distance but no speed, so its length is known only to whoever enters a speed; add speed_kmh to run it as a class.</source>
        <translation>„{step}“ hat eine Strecke, aber kein Tempo; wie lang er dauert, weiß also nur, wer ein Tempo eingibt; ergänz speed_kmh, um es als Kurs zu machen.</translation>
    </message>
    <message>
        <source>&quot;{step}&quot; goes downhill, where effort leads instead of heart rate; add rpe, like rpe = [7, 9].</source>
        <translation>„{step}“ geht bergab, wo Anstrengung statt Puls führt; ergänz rpe, etwa rpe = [7, 9].</translation>
    </message>
    <message>
        <source>The steps of the lane &quot;{lane}&quot; take {lap_s} s and begin anew until the block of {block} s is full, so the last one is cut; make them fit.</source>
        <translation>Die Schritte des Platzes „{lane}“ dauern {lap_s} s und beginnen neu, bis der Block von {block} s voll ist, der letzte wird also abgeschnitten; mach sie passend.</translation>
    </message>
    <message>
        <source>{protocol} has no choice {unknown}; choose only what it offers.</source>
        <translation>{protocol} hat keine Wahl {unknown}; wähl nur, was es anbietet.</translation>
    </message>
    <message>
        <source>{choices} cannot be chosen for {key}; choose from {offered} to {offered2}.</source>
        <translation>{choices} lässt sich für {key} nicht wählen; wähl von {offered} bis {offered2}.</translation>
    </message>
    <message>
        <source>marathon pace {low:+g} s per mile</source>
        <translation>Marathontempo {low:+g} s pro Meile</translation>
    </message>
    <message>
        <source>marathon pace {low:+g} to {high:+g} s per mile</source>
        <translation>Marathontempo {low:+g} bis {high:+g} s pro Meile</translation>
    </message>
    <message>
        <source>Change places</source>
        <translation>Platzwechsel</translation>
    </message>
    <message>
        <source>Step off, drink, walk to your next place</source>
        <translation>Absteigen, trinken, zum nächsten Platz gehen</translation>
    </message>
    <message>
        <source>Set up there and wait for the start</source>
        <translation>Dort einrichten und auf den Start warten</translation>
    </message>
    <message>
        <source>it contains the invisible character {char}; remove it</source>
        <translation>es enthält das unsichtbare Zeichen {char}; nimm es heraus</translation>
    </message>
    <message>
        <source>a repetition takes time; write its seconds like &quot;3-1-1&quot;</source>
        <translation>eine Wiederholung braucht Zeit; schreib ihre Sekunden wie „3-1-1“</translation>
    </message>
    <message>
        <source>write it in quotes like {example}, or as a range of two such texts</source>
        <translation>schreib es in Anführungszeichen wie {example}, oder als Bereich von zwei solchen Texten</translation>
    </message>
    <message>
        <source>the range does not rise; write the lower value first</source>
        <translation>der Bereich steigt nicht; schreib den kleineren Wert zuerst</translation>
    </message>
    <message>
        <source>{value} cannot be used; write {what} from {low} to {high}, or a range of two of them in [ ]</source>
        <translation>{value} geht nicht; schreib {what} von {low} bis {high}, oder einen Bereich von zweien in [ ]</translation>
    </message>
    <message>
        <source>the range falls; write the lower value first</source>
        <translation>der Bereich fällt; schreib den kleineren Wert zuerst</translation>
    </message>
    <message>
        <source>the range goes from down to up; make two steps of it</source>
        <translation>der Bereich geht von bergab nach bergauf; mach zwei Schritte daraus</translation>
    </message>
    <message>
        <source>write the gentlest grade first, then the steepest, like [-3, -6]</source>
        <translation>schreib die sanfteste Steigung zuerst, dann die steilste, etwa [-3, -6]</translation>
    </message>
    <message>
        <source>write two numbers, the lower first, like [{low}, {high}]</source>
        <translation>schreib zwei Zahlen, die kleinere zuerst, etwa [{low}, {high}]</translation>
    </message>
    <message>
        <source>write it in quotes like &quot;60 s&quot;</source>
        <translation>schreib es in Anführungszeichen wie „60 s“</translation>
    </message>
    <message>
        <source>{source}, line {line}: no protocol has so long a key; correct it.</source>
        <translation>{source}, Zeile {line}: Kein Training hat einen so langen Schlüssel; berichtigen.</translation>
    </message>
    <message>
        <source>{path}, line {line}: this is not UTF-8 text; save the file as UTF-8.</source>
        <translation>{path}, Zeile {line}: Das ist kein UTF-8-Text; speicher die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>Several files have the id &quot;{id}&quot;: keep one of them.</source>
        <translation>Mehrere Dateien haben die Kennung „{id}“: Behalt eine davon.</translation>
    </message>
    <message>
        <source>The id &quot;{id}&quot; is that of a workout that comes with the kiosk: give this one another id.</source>
        <translation>Die Kennung „{id}“ hat schon ein Training vom Kiosk: Gib diesem eine andere.</translation>
    </message>
    <message>
        <source>new workout</source>
        <translation>neues Training</translation>
    </message>
    <message>
        <source>instead of the own workout of this id, which is kept beside it</source>
        <translation>statt des eigenen Trainings mit dieser Kennung, das daneben erhalten bleibt</translation>
    </message>
    <message>
        <source>There is no file {path}; check the path.</source>
        <translation>Die Datei {path} gibt es nicht; prüf den Pfad.</translation>
    </message>
    <message>
        <source>{folder} on the disk or stick leads elsewhere: delete it on a laptop, then export again.</source>
        <translation>{folder} auf Platte oder Stick führt woandershin: Lösch es an einem Laptop und exportier noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full: free some space, then try again.</source>
        <translation>Die Platte ist voll: Platz schaffen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk cannot be written to: have the kiosk looked at.</source>
        <translation>Auf die Platte kann nicht geschrieben werden: Lasst den Kiosk ansehen.</translation>
    </message>
    <message>
        <source>The disk has gone: plug it in and try again.</source>
        <translation>Die Platte ist weg: einstecken und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk does not take it ({reason}): try again.</source>
        <translation>Die Platte nimmt es nicht an ({reason}): noch einmal versuchen.</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>Grund unbekannt</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); check that it is a file and its permissions.</source>
        <translation>{path} lässt sich nicht lesen ({reason}); prüf, ob es eine Datei ist, und ihre Rechte.</translation>
    </message>
    <message>
        <source>add its file, or correct it</source>
        <translation>ergänz ihre Datei oder berichtige es</translation>
    </message>
    <message>
        <source>there is no protocol &quot;{beginner}&quot; for beginners; {mend}</source>
        <translation>ein Training „{beginner}“ zum Einstieg gibt es nicht; {mend}</translation>
    </message>
    <message>
        <source>The folder {path} cannot be read ({error}); check it.</source>
        <translation>Der Ordner {path} lässt sich nicht lesen ({error}); prüf ihn.</translation>
    </message>
    <message>
        <source>{file}: the id &quot;{id}&quot; is taken by {other}; change one.</source>
        <translation>{file}: Die Kennung „{id}“ gehört schon {other}; änder eine.</translation>
    </message>
    <message>
        <source>known: {names}</source>
        <translation>bekannt: {names}</translation>
    </message>
    <message>
        <source> ({count} files could not be used)</source>
        <translation> ({count} Dateien gingen nicht)</translation>
    </message>
    <message>
        <source>There is no protocol {id_or_file}{unread}; {mend}.</source>
        <translation>Das Training {id_or_file} gibt es nicht{unread}; {mend}.</translation>
    </message>
    <message>
        <source>add its file to the protocols folder</source>
        <translation>leg seine Datei in den Ordner protocols</translation>
    </message>
    <message>
        <source>{source} is larger than {limit} kB; a protocol is a short text, so check that this is the right file.</source>
        <translation>{source} ist größer als {limit} kB; ein Training ist ein kurzer Text, prüf also, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>Jan.</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb.</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>März</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr.</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Aug.</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sept.</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt.</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov.</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dez.</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Di</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mi</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>So</translation>
    </message>
    <message>
        <source>Before that</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Somebody pressed the stop button in it.</source>
        <translation>Jemand hat dabei die Stopptaste gedrückt.</translation>
    </message>
    <message>
        <source>Who needs a word</source>
        <translation>Wer ein Wort braucht</translation>
    </message>
    <message>
        <source>Back to the kiosk</source>
        <translation>Zurück zum Gerät</translation>
    </message>
    <message>
        <source>To take along</source>
        <translation>Zum Mitnehmen</translation>
    </message>
    <message>
        <source>There is no session of theirs here yet.</source>
        <translation>Hier liegt noch keine Einheit.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>It was still running when this was written: export it again afterwards.</source>
        <translation>Sie lief noch, als das geschrieben wurde: Exportier sie danach noch einmal.</translation>
    </message>
    <message>
        <source>The kiosk lost power in it; what was recorded up to there is here.</source>
        <translation>Dabei fiel am Kiosk der Strom aus; was bis dahin aufgezeichnet war, ist hier.</translation>
    </message>
    <message>
        <source>The coach&apos;s evening</source>
        <translation>Der Abend für den Coach</translation>
    </message>
    <message>
        <source>{count} sessions are here.</source>
        <translation>{count} Einheiten sind hier.</translation>
    </message>
    <message>
        <source>One session is here.</source>
        <translation>Eine Einheit ist hier.</translation>
    </message>
    <message>
        <source>Climbed together: {metres}.</source>
        <translation>Gemeinsam gestiegen: {metres}.</translation>
    </message>
    <message>
        <source>Open {files} in a spreadsheet, change what has changed, save as CSV under the same name, and import the stick at the kiosk: it shows first what would change.</source>
        <translation>Öffne {files} in einer Tabellenkalkulation, änder, was sich geändert hat, speicher als CSV unter demselben Namen und importier den Stick am Kiosk: Er zeigt zuerst, was sich ändern würde.</translation>
    </message>
    <message>
        <source>Folders under Athletes that nothing here links to: {count}. The kiosk does not know these people: they come from another kiosk. Whether to delete their files is up to you.</source>
        <translation>Ordner unter Athletes, auf die hier nichts verweist: {count}. Der Kiosk kennt diese Leute nicht: Sie kommen von einem anderen Kiosk. Ob ihre Dateien gelöscht werden, entscheidet ihr.</translation>
    </message>
    <message>
        <source>In band: the share of the judged time in which the heart was where the workout wanted it. A dash: not known. Heart rates are personal: keep them as you would keep a letter.</source>
        <translation>Im Zielbereich: der Anteil der gewerteten Zeit, in dem das Herz da war, wo das Training es haben wollte. Ein Strich: nicht bekannt. Pulswerte sind persönlich: Bewahr sie auf wie einen Brief.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>In band</source>
        <translation>Im Zielbereich</translation>
    </message>
    <message>
        <source>Mean bpm</source>
        <translation>bpm Mittel</translation>
    </message>
    <message>
        <source>Max bpm</source>
        <translation>bpm max.</translation>
    </message>
    <message>
        <source>{weekday} {day} {month}</source>
        <translation>{weekday}, {day}. {month}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>in {days} Tagen</translation>
    </message>
    <message>
        <source>Your race</source>
        <translation>Dein Rennen</translation>
    </message>
    <message>
        <source>{race} is {when}.</source>
        <translation>{race} ist {when}.</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>Quad crusher: {times}.</source>
        <translation>Quad Crusher: {times}.</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
    <message>
        <source>Hike month: {first} to {last}.</source>
        <translation>Marschmonat: {first} bis {last}.</translation>
    </message>
    <message>
        <source>Hike month: until {day}, once or twice a week.</source>
        <translation>Marschmonat: bis {day}, ein- oder zweimal pro Woche.</translation>
    </message>
    <message>
        <source>The quad crusher planned for {day} is at the wrong time: move it.</source>
        <translation>Der für {day} geplante Quad Crusher liegt falsch: verschieben.</translation>
    </message>
    <message>
        <source>The long run on {run} is too near after the quad crusher on {day}: leave three clear days.</source>
        <translation>Der lange Lauf am {run} ist zu nah nach dem Quad Crusher am {day}: drei freie Tage lassen.</translation>
    </message>
    <message>
        <source>easy + strides</source>
        <translation>locker + Steigerungen</translation>
    </message>
    <message>
        <source>in the morning</source>
        <translation>am Morgen</translation>
    </message>
    <message>
        <source>in the afternoon</source>
        <translation>am Nachmittag</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>locker</translation>
    </message>
    <message>
        <source>easy + strides, or a hike, or rest</source>
        <translation>locker + Steigerungen, oder ein Marsch, oder Ruhe</translation>
    </message>
    <message>
        <source>long with steep climbs</source>
        <translation>lang mit steilen Anstiegen</translation>
    </message>
    <message>
        <source>easy with steep climbs + strides, and a hike if you like</source>
        <translation>locker mit steilen Anstiegen + Steigerungen, und ein Marsch, wenn du magst</translation>
    </message>
    <message>
        <source>Before your first session: does any of this apply to you?</source>
        <translation>Vor deiner ersten Einheit: Trifft etwas davon auf dich zu?</translation>
    </message>
    <message>
        <source>A doctor has found a heart condition or high blood pressure in you.</source>
        <translation>Bei dir wurde ein Herzleiden oder Bluthochdruck festgestellt.</translation>
    </message>
    <message>
        <source>You feel pain or pressure in your chest, at rest, in daily life or when you exert yourself.</source>
        <translation>Du spürst Schmerz oder Druck in der Brust, in Ruhe, im Alltag oder bei Anstrengung.</translation>
    </message>
    <message>
        <source>In the last twelve months you fainted, or were so dizzy that you lost your balance.</source>
        <translation>In den letzten zwölf Monaten bist du ohnmächtig geworden, oder dir war so schwindlig, dass du das Gleichgewicht verloren hast.</translation>
    </message>
    <message>
        <source>You have another lasting illness, such as diabetes, asthma, epilepsy or a kidney disease.</source>
        <translation>Du hast eine andere dauerhafte Krankheit, etwa Diabetes, Asthma, Epilepsie oder ein Nierenleiden.</translation>
    </message>
    <message>
        <source>You take medicine for a lasting illness, a beta-blocker for example, or have a pacemaker.</source>
        <translation>Du nimmst Medikamente gegen eine dauerhafte Krankheit, etwa einen Betablocker, oder hast einen Herzschrittmacher.</translation>
    </message>
    <message>
        <source>A bone, joint, muscle or tendon hurts and could get worse by training.</source>
        <translation>Ein Knochen, Gelenk, Muskel oder eine Sehne schmerzt und könnte durch Training schlimmer werden.</translation>
    </message>
    <message>
        <source>A doctor told you to train only under supervision, or you are pregnant.</source>
        <translation>Dir wurde ärztlich geraten, nur unter Aufsicht zu trainieren, oder du bist schwanger.</translation>
    </message>
    <message>
        <source>Nothing applies to me</source>
        <translation>Nichts trifft auf mich zu</translation>
    </message>
    <message>
        <source>Something applies to me</source>
        <translation>Etwas trifft auf mich zu</translation>
    </message>
    <message>
        <source>Answer the questions about your health first: touch your name.</source>
        <translation>Beantworte zuerst die Fragen zu deiner Gesundheit: Berühr deinen Namen.</translation>
    </message>
    <message>
        <source>Something on the health questions applies to you: only gentle workouts by effort until a doctor&apos;s clearance is on the roster; talk to your coach.</source>
        <translation>Bei den Gesundheitsfragen trifft etwas auf dich zu: nur sanfte Trainings nach Anstrengung, bis eine ärztliche Freigabe in der Liste steht; sprich mit deinem Coach.</translation>
    </message>
    <message>
        <source>Pain, pressure or tightness in the chest, or pain that spreads to arm, jaw or back</source>
        <translation>Schmerz, Druck oder Enge in der Brust, oder Schmerz, der in Arm, Kiefer oder Rücken zieht</translation>
    </message>
    <message>
        <source>Dizzy, light-headed, confused, or about to faint</source>
        <translation>Schwindlig, benommen, verwirrt oder kurz vor der Ohnmacht</translation>
    </message>
    <message>
        <source>Much shorter of breath than the work explains</source>
        <translation>Viel mehr Atemnot, als die Belastung erklärt</translation>
    </message>
    <message>
        <source>The heart stumbles, races or misses beats</source>
        <translation>Das Herz stolpert, rast oder setzt aus</translation>
    </message>
    <message>
        <source>Cold sweat, sudden paleness, or feeling sick</source>
        <translation>Kalter Schweiß, plötzliche Blässe oder Übelkeit</translation>
    </message>
    <message>
        <source>Sudden weakness, numbness, or trouble seeing or speaking</source>
        <translation>Plötzliche Schwäche, Taubheit, oder Mühe beim Sehen oder Sprechen</translation>
    </message>
    <message>
        <source>A sharp pain in a muscle, joint or tendon</source>
        <translation>Ein stechender Schmerz in Muskel, Gelenk oder Sehne</translation>
    </message>
    <message>
        <source>Your steps are no longer sure, or you cannot keep up with the belt</source>
        <translation>Deine Schritte sind nicht mehr sicher, oder du kommst mit dem Band nicht mit</translation>
    </message>
    <message>
        <source>Stop at once, step off and call for help if you notice:</source>
        <translation>Sofort aufhören, absteigen und Hilfe rufen, wenn du das bemerkst:</translation>
    </message>
    <message>
        <source>Under 18 a guardian&apos;s consent must be on the roster first: ask your coach.</source>
        <translation>Unter 18 muss zuerst die Einwilligung der Eltern in der Liste stehen: Frag deinen Coach.</translation>
    </message>
    <message>
        <source>You train by effort, and this test is read from the heart rate: choose another.</source>
        <translation>Du trainierst nach Anstrengung, und dieser Test wird am Puls abgelesen: Wähl einen anderen.</translation>
    </message>
    <message>
        <source>{plan} is all out: it is done only with a coach present.</source>
        <translation>{plan} heißt alles geben: nur, wenn ein Coach da ist.</translation>
    </message>
    <message>
        <source>{plan} is all out and needs your age, but the kiosk&apos;s clock is not set: connect it to the network first.</source>
        <translation>{plan} heißt alles geben und braucht dein Alter, aber die Uhr des Kiosks ist nicht gestellt: zuerst mit dem Netz verbinden.</translation>
    </message>
    <message>
        <source>{plan} is all out, not for under 18: have your year of birth entered first.</source>
        <translation>{plan} heißt alles geben, nichts für unter 18: Lass zuerst dein Geburtsjahr eintragen.</translation>
    </message>
    <message>
        <source>{plan} is all out, and that is not for anybody under 18: choose another.</source>
        <translation>{plan} heißt alles geben, und das ist nichts für unter 18: Wähl etwas anderes.</translation>
    </message>
    <message>
        <source>{plan} is all out: a doctor&apos;s clearance must be on the roster first.</source>
        <translation>{plan} heißt alles geben: Zuerst muss eine ärztliche Freigabe in der Liste stehen.</translation>
    </message>
    <message>
        <source>{plan} is all out: your coach must set a ceiling for tests first.</source>
        <translation>{plan} heißt alles geben: Dein Coach muss zuerst eine Obergrenze für Tests setzen.</translation>
    </message>
    <message>
        <source>Two hikes in the last seven days already: once or twice a week is enough.</source>
        <translation>Schon zwei Märsche in den letzten sieben Tagen: Ein- oder zweimal pro Woche genügt.</translation>
    </message>
    <message>
        <source>You have hiked for {days} weeks: the gains have levelled off by now, so give the days to running.</source>
        <translation>Du marschierst seit {days} Wochen: Der Gewinn ist inzwischen ausgereizt, gib die Tage dem Laufen.</translation>
    </message>
    <message>
        <source>You have hiked for {days} weeks: after a month or two the gains level off, so plan the end of it.</source>
        <translation>Du marschierst seit {days} Wochen: Nach ein, zwei Monaten ist der Gewinn ausgereizt, plan also das Ende.</translation>
    </message>
    <message>
        <source>{workout} was {when}: one downhill a week is enough, a second only costs recovery.</source>
        <translation>{workout} war {when}: Einmal bergab pro Woche genügt, ein zweites Mal kostet nur Erholung.</translation>
    </message>
    <message>
        <source>{first} and {second} days before it</source>
        <translation>{first} und {second} Tage davor</translation>
    </message>
    <message>
        <source>The race is {when}: quad crushers belong {days}, so the next is due from {day}.</source>
        <translation>Das Rennen ist {when}: Quad Crusher gehören {days}, der nächste ist also ab {day} dran.</translation>
    </message>
    <message>
        <source>The race is {when}: quad crushers belong {days}, and legs made sore now may still be sore at the start.</source>
        <translation>Das Rennen ist {when}: Quad Crusher gehören {days}, und jetzt müde gemachte Beine sind es am Start vielleicht noch.</translation>
    </message>
    <message>
        <source>Your long run is {when}: leave three clear days between a quad crusher and the next long run.</source>
        <translation>Dein langer Lauf ist {when}: Lass drei freie Tage zwischen einem Quad Crusher und dem nächsten langen Lauf.</translation>
    </message>
    <message>
        <source>{workout} was {when}: one heavy leg day a week is enough.</source>
        <translation>{workout} war {when}: Ein schwerer Beintag pro Woche genügt.</translation>
    </message>
    <message>
        <source>Your long run is {when}: put heavy legs near your hard run, far from the long one.</source>
        <translation>Dein langer Lauf ist {when}: Leg schwere Beine nah an den harten Lauf, weit weg vom langen.</translation>
    </message>
    <message>
        <source>Your legs were sore {when}, {sore} of 10: let it fade first, easy walking helps.</source>
        <translation>Deine Beine hatten {when} Muskelkater, {sore} von 10: Lass ihn erst abklingen, lockeres Gehen hilft.</translation>
    </message>
    <message>
        <source>The race is {when}: keep to what leaves the legs fresh.</source>
        <translation>Das Rennen ist {when}: Bleib bei dem, was die Beine frisch lässt.</translation>
    </message>
    <message>
        <source>Your week says rest today: a hike may take its place, hard work should not.</source>
        <translation>Deine Woche sagt heute Ruhe: Ein Marsch darf an ihre Stelle, harte Arbeit nicht.</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>This machine does not tell how its power is.</source>
        <translation>Dieses Gerät sagt nicht, wie es um seinen Strom steht.</translation>
    </message>
    <message>
        <source>The power supply is too weak now, and what is written may be damaged: take the supply made for this Pi, a short cable, and unplug what is not needed.</source>
        <translation>Das Netzteil ist gerade zu schwach, und Geschriebenes kann Schaden nehmen: Nimm das Netzteil für diesen Pi, ein kurzes Kabel, und zieh ab, was nicht gebraucht wird.</translation>
    </message>
    <message>
        <source>The supply was too weak at some time since the start: take the one made for this Pi and a short cable.</source>
        <translation>Das Netzteil war seit dem Start einmal zu schwach: Nimm das für diesen Pi und ein kurzes Kabel.</translation>
    </message>
    <message>
        <source>The supply has been good since the start.</source>
        <translation>Seit dem Start war der Strom gut.</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Wärme</translation>
    </message>
    <message>
        <source>{degrees} °C</source>
        <translation>{degrees} °C</translation>
    </message>
    <message>
        <source>It is too hot and slows down: take it out of its box, away from the sun and the treadmill&apos;s motor, or give it a fan.</source>
        <translation>Er ist zu heiß und wird langsamer: Nimm ihn aus dem Kasten, weg von der Sonne und dem Motor des Laufbands, oder gib ihm einen Lüfter.</translation>
    </message>
    <message>
        <source>It is warm: see that air comes to it.</source>
        <translation>Er ist warm: Sorg dafür, dass Luft herankommt.</translation>
    </message>
    <message>
        <source>It was slowed down at some time since the start, by heat or a weak supply: see that air comes to it.</source>
        <translation>Seit dem Start wurde er einmal langsamer, durch Hitze oder ein schwaches Netzteil: Sorg dafür, dass Luft herankommt.</translation>
    </message>
    <message>
        <source>This machine does not tell how warm it is.</source>
        <translation>Dieses Gerät sagt nicht, wie warm es ist.</translation>
    </message>
    <message>
        <source>Not too warm.</source>
        <translation>Nicht zu warm.</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Platz auf der Platte</translation>
    </message>
    <message>
        <source>The disk cannot be looked at: start the kiosk again; if it stays, get help.</source>
        <translation>Die Platte lässt sich nicht ansehen: Starte den Kiosk neu; bleibt es so, hol Hilfe.</translation>
    </message>
    <message>
        <source>{gigabytes} GB free</source>
        <translation>{gigabytes} GB frei</translation>
    </message>
    <message>
        <source>The disk takes nothing any more, which a card does that is worn out: save a backup on a stick and take a new card.</source>
        <translation>Die Platte nimmt nichts mehr an, wie eine verschlissene Karte: Sichere auf einen Stick und nimm eine neue Karte.</translation>
    </message>
    <message>
        <source>The disk is nearly full: export to a stick, take old exports away, or take a larger card.</source>
        <translation>Die Platte ist fast voll: Exportier auf einen Stick, nimm alte Exporte weg oder nimm eine größere Karte.</translation>
    </message>
    <message>
        <source>The disk fills up: plan a larger card.</source>
        <translation>Die Platte füllt sich: Plan eine größere Karte ein.</translation>
    </message>
    <message>
        <source>There is room.</source>
        <translation>Es ist Platz.</translation>
    </message>
    <message>
        <source>Wear of the disk</source>
        <translation>Verschleiß der Platte</translation>
    </message>
    <message>
        <source>How worn it is cannot be told: keep backups on a stick, and take a new card every three years.</source>
        <translation>Wie verschlissen sie ist, lässt sich nicht sagen: Sichere auf einen Stick und nimm alle drei Jahre eine neue Karte.</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>{percent} % verbraucht</translation>
    </message>
    <message>
        <source>It wears out: plan a new one within the year.</source>
        <translation>Sie verschleißt: Plan noch dieses Jahr eine neue ein.</translation>
    </message>
    <message>
        <source>Far from worn out.</source>
        <translation>Weit vom Verschleiß entfernt.</translation>
    </message>
    <message>
        <source>It is worn out and may fail any day: save a backup on a stick today and take a new one.</source>
        <translation>Sie ist verschlissen und kann jeden Tag ausfallen: Sichere heute auf einen Stick und nimm eine neue.</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Letzte Sicherung</translation>
    </message>
    <message>
        <source>There is none yet: one is made after an evening, when nobody trains.</source>
        <translation>Es gibt noch keine: Sie entsteht nach einem Abend, wenn niemand trainiert.</translation>
    </message>
    <message>
        <source>It is too old: leave the kiosk on for an hour when nobody trains, and see that the disk has room.</source>
        <translation>Sie ist zu alt: Lass den Kiosk eine Stunde an, wenn niemand trainiert, und sieh nach, ob die Platte Platz hat.</translation>
    </message>
    <message>
        <source>One is made when the kiosk is on and nobody trains: leave it on.</source>
        <translation>Sie entsteht, wenn der Kiosk an ist und niemand trainiert: Lass ihn an.</translation>
    </message>
    <message>
        <source>It was read back and found good.</source>
        <translation>Sie wurde zurückgelesen und ist gut.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>A time service keeps it right.</source>
        <translation>Ein Zeitdienst stellt sie.</translation>
    </message>
    <message>
        <source>{service} keeps it right.</source>
        <translation>{service} stellt sie.</translation>
    </message>
    <message>
        <source>No time service has set it since the start, and what is recorded is marked so: connect the kiosk to a network for a minute.</source>
        <translation>Seit dem Start hat kein Zeitdienst sie gestellt, und Aufzeichnungen sind so gekennzeichnet: Verbinde den Kiosk eine Minute mit einem Netz.</translation>
    </message>
    <message>
        <source>Clock’s battery</source>
        <translation>Batterie der Uhr</translation>
    </message>
    <message>
        <source>This machine has no clock that goes on without power: after a power cut the time is wrong until the network tells it.</source>
        <translation>Dieses Gerät hat keine Uhr, die ohne Strom weitergeht: Nach einem Stromausfall stimmt die Zeit erst, wenn das Netz sie sagt.</translation>
    </message>
    <message>
        <source>The clock that goes on without power does not keep the time: put a battery in, or a new one.</source>
        <translation>Die Uhr, die ohne Strom weitergeht, hält die Zeit nicht: Setz eine Batterie ein, oder eine neue.</translation>
    </message>
    <message>
        <source>It keeps the time without power.</source>
        <translation>Sie hält die Zeit auch ohne Strom.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>The start before this one ended so: {fault}</source>
        <translation>Der Start davor endete so: {fault}</translation>
    </message>
    <message>
        <source>It has not stopped by itself.</source>
        <translation>Er ist nicht von selbst stehen geblieben.</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Nobody but the kiosk can read it.</source>
        <translation>Niemand außer dem Kiosk kann ihn lesen.</translation>
    </message>
    <message>
        <source>Services and rules</source>
        <translation>Dienste und Regeln</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>{m} min ago</source>
        <translation>vor {m} min</translation>
    </message>
    <message>
        <source>{hours} h ago</source>
        <translation>vor {hours} h</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>vor {days} Tagen</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <source>needs two stretches with a measured speed: type in what the belt shows</source>
        <translation>braucht zwei Stücke mit gemessenem Tempo: tippe ein, was das Band anzeigt</translation>
    </message>
    <message>
        <source>joined late</source>
        <translation>zu spät dazugekommen</translation>
    </message>
    <message>
        <source>the heart did something strange: ask how they felt</source>
        <translation>das Herz war auffällig: fragen, wie es sich anfühlte</translation>
    </message>
    <message>
        <source>at the ceiling twice, cooled down early</source>
        <translation>zweimal an der Obergrenze, früh abgewärmt</translation>
    </message>
    <message>
        <source>at the ceiling, sent on a recovery walk</source>
        <translation>an der Obergrenze, in die Gehpause geschickt</translation>
    </message>
    <message>
        <source>effort {effort} of 10</source>
        <translation>Anstrengung {effort} von 10</translation>
    </message>
    <message>
        <source>came sore: {soreness} of 10</source>
        <translation>kam mit Muskelkater: {soreness} von 10</translation>
    </message>
    <message>
        <source>left before the end</source>
        <translation>vor dem Ende gegangen</translation>
    </message>
    <message>
        <source>hills cost more than some weeks ago</source>
        <translation>Berge kosten mehr als vor ein paar Wochen</translation>
    </message>
    <message>
        <source>{by} bpm above the ceiling</source>
        <translation>{by} bpm über der Obergrenze</translation>
    </message>
    <message>
        <source>no heart rate at all: look at the strap</source>
        <translation>gar kein Puls: Gurt prüfen</translation>
    </message>
    <message>
        <source>no heart rate for {minutes} min: look at the strap</source>
        <translation>{minutes} min kein Puls: Gurt prüfen</translation>
    </message>
    <message>
        <source>{step} was cut short</source>
        <translation>{step} wurde abgebrochen</translation>
    </message>
    <message>
        <source>a step without heart rate</source>
        <translation>ein Schritt ohne Puls</translation>
    </message>
    <message>
        <source>Begin a little easier: your legs are sore, {sore} of 10.</source>
        <translation>Fang etwas leichter an: Deine Beine haben Muskelkater, {sore} von 10.</translation>
    </message>
    <message>
        <source>A little slower than last time: it was {rpe} of 10.</source>
        <translation>Etwas langsamer als letztes Mal: Es war {rpe} von 10.</translation>
    </message>
    <message>
        <source>The same again: last time it was cut short.</source>
        <translation>Noch einmal dasselbe: Letztes Mal war es abgebrochen.</translation>
    </message>
    <message>
        <source>Begin slower and keep it even: the pace varied by {percent} %.</source>
        <translation>Fang langsamer an und bleib gleichmäßig: Das Tempo schwankte um {percent} %.</translation>
    </message>
    <message>
        <source>The same again: {percent} % of the time in the band so far.</source>
        <translation>Noch einmal dasselbe: bisher {percent} % der Zeit im Zielbereich.</translation>
    </message>
    <message>
        <source>{exercise}: a little more than {load}, every set was done.</source>
        <translation>{exercise}: etwas mehr als {load}, alle Sätze waren geschafft.</translation>
    </message>
    <message>
        <source>it was {rpe} of 10</source>
        <translation>es war {rpe} von 10</translation>
    </message>
    <message>
        <source>you held the band {percent} % of the time</source>
        <translation>du warst {percent} % der Zeit im Zielbereich</translation>
    </message>
    <message>
        <source>One more than last time, if you like: {why}.</source>
        <translation>Eines mehr als letztes Mal, wenn du magst: {why}.</translation>
    </message>
    <message>
        <source>A little quicker than last time: {why}.</source>
        <translation>Etwas schneller als letztes Mal: {why}.</translation>
    </message>
    <message>
        <source> (&quot;m&quot; means metres: write &quot;min&quot;)</source>
        <translation> („m“ heißt Meter: schreib „min“)</translation>
    </message>
    <message>
        <source>{words} is not a duration{hint}; write it like &quot;90 s&quot;, &quot;5 min&quot;, &quot;7:30&quot; or &quot;1 h 20 min&quot;</source>
        <translation>{words} ist keine Dauer{hint}; schreib wie „90 s“, „5 min“, „7:30“ oder „1 h 20 min“</translation>
    </message>
    <message>
        <source>{words} is not a whole number of seconds; round it</source>
        <translation>{words} ist keine ganze Zahl von Sekunden; rund es</translation>
    </message>
    <message>
        <source>{words} is no usable duration; give 1 second to 24 hours</source>
        <translation>{words} ist keine brauchbare Dauer; 1 Sekunde bis 24 Stunden</translation>
    </message>
    <message>
        <source>{words} is not a distance; write it like &quot;400 m&quot;, &quot;2 km&quot; or &quot;1 mi&quot;</source>
        <translation>{words} ist keine Strecke; schreib wie „400 m“, „2 km“ oder „1 mi“</translation>
    </message>
    <message>
        <source>{words} is no usable distance; give 1 metre to 200 kilometres</source>
        <translation>{words} ist keine brauchbare Strecke; 1 Meter bis 200 Kilometer</translation>
    </message>
    <message>
        <source>There is no workout &quot;{protocol_id}&quot; any more: choose another.</source>
        <translation>Das Training „{protocol_id}“ gibt es nicht mehr: Wähl ein anderes.</translation>
    </message>
    <message>
        <source>{usual} has nothing to choose: start it as it is.</source>
        <translation>{usual} hat nichts zu wählen: Starte es, wie es ist.</translation>
    </message>
    <message>
        <source>maximum heart rate</source>
        <translation>Maximalpuls</translation>
    </message>
    <message>
        <source>threshold heart rate</source>
        <translation>Schwellenpuls</translation>
    </message>
    <message>
        <source>The {lower} of {name} ({low}) must lie below the {higher} ({high}); correct one of them.</source>
        <translation>{lower} von {name} ({low}) muss unter {higher} ({high}) liegen; eines davon berichtigen.</translation>
    </message>
    <message>
        <source>The {what} of {name} cannot be {value}; enter a value from {low} to {high}.</source>
        <translation>{what} von {name} kann nicht {value} sein; ein Wert von {low} bis {high}.</translation>
    </message>
    <message>
        <source>The zones of {name} have {count} edges; enter 2 to 8: the lower edge of every zone and the top of the last.</source>
        <translation>Die Zonen von {name} haben {count} Grenzen; 2 bis 8 eingeben: die untere Grenze jeder Zone und die obere der letzten.</translation>
    </message>
    <message>
        <source>zone edge</source>
        <translation>Zonengrenze</translation>
    </message>
    <message>
        <source>The zone edges of {name} must rise by at least 1 bpm each, but {high} follows {low}; correct them.</source>
        <translation>Die Zonengrenzen von {name} müssen jeweils um mindestens 1 bpm steigen, aber {high} folgt auf {low}; berichtigen.</translation>
    </message>
    <message>
        <source>pitch</source>
        <translation>Längsneigung</translation>
    </message>
    <message>
        <source>roll</source>
        <translation>Querneigung</translation>
    </message>
    <message>
        <source>Found: {axis} falls as the deck goes up.</source>
        <translation>Gefunden: {axis} fällt, wenn die Lauffläche steigt.</translation>
    </message>
    <message>
        <source>Found: {axis} rises as the deck goes up.</source>
        <translation>Gefunden: {axis} steigt, wenn die Lauffläche steigt.</translation>
    </message>
    <message>
        <source>Flat was {angle}, {axis}, uphill is {sign}, ×{factor}.</source>
        <translation>Flach war {angle}, {axis}, bergauf ist {sign}, ×{factor}.</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativ</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positiv</translation>
    </message>
    <message>
        <source>no angle: is the sensor plugged in?</source>
        <translation>kein Winkel: Steckt der Sensor?</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>moving: wait</source>
        <translation>bewegt sich: warten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Schritt {number} von {count}</translation>
    </message>
    <message>
        <source>Set the deck flat, step off, and wait.</source>
        <translation>Stell die Lauffläche flach, steig ab und warte.</translation>
    </message>
    <message>
        <source>Raise the deck to about 5 % or more, step off, and wait.</source>
        <translation>Heb die Lauffläche auf etwa 5 % oder mehr, steig ab und warte.</translation>
    </message>
    <message>
        <source>Do you know the grade? Type what a digital level on the deck says.</source>
        <translation>Kennst du die Steigung? Tipp ein, was eine digitale Wasserwaage auf der Lauffläche sagt.</translation>
    </message>
    <message>
        <source>Saved. Lower the deck and look: flat must say about 0 %.</source>
        <translation>Gespeichert. Senk die Lauffläche und schau: Flach muss etwa 0 % anzeigen.</translation>
    </message>
    <message>
        <source>Flat is what a spirit level on the belt says, not what the console says.</source>
        <translation>Flach ist, was eine Wasserwaage auf dem Band sagt, nicht, was die Konsole sagt.</translation>
    </message>
    <message>
        <source>This shows which way the sensor is mounted.</source>
        <translation>Das zeigt, wie herum der Sensor sitzt.</translation>
    </message>
    <message>
        <source>The sensor was lost: nothing has been changed. Plug it in and begin again with the deck flat.</source>
        <translation>Der Sensor war weg: Nichts wurde geändert. Einstecken und mit flacher Lauffläche neu beginnen.</translation>
    </message>
    <message>
        <source>It counts again as it did before.</source>
        <translation>Es gilt wieder wie vorher.</translation>
    </message>
    <message>
        <source>{name} is training on {station}: calibrate it when nobody is.</source>
        <translation>{name} trainiert auf {station}: kalibrieren, wenn niemand darauf ist.</translation>
    </message>
    <message>
        <source>{names} are training on {station}: calibrate it when nobody is.</source>
        <translation>{names} trainieren auf {station}: kalibrieren, wenn niemand darauf ist.</translation>
    </message>
    <message>
        <source>The calibration of {station} was not finished: nothing has been changed.</source>
        <translation>Die Kalibrierung von {station} wurde nicht beendet: Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>In a class, Skip and +1 min put this athlete on a way of their own.</source>
        <translation>Im Kurs bringen „Weiter“ und „+1 min“ diese Person auf einen eigenen Weg.</translation>
    </message>
    <message>
        <source>Stop, and call the coach over. If it does not pass at once, call for medical help.</source>
        <translation>Hör auf und ruf den Coach. Wenn es nicht gleich vergeht, ruf den Notarzt.</translation>
    </message>
    <message>
        <source>There is a coach of that name already: add a letter.</source>
        <translation>Einen Coach dieses Namens gibt es schon: Häng einen Buchstaben an.</translation>
    </message>
    <message>
        <source>The two were not the same: choose the PIN again.</source>
        <translation>Die zwei waren nicht gleich: Wähl die PIN noch einmal.</translation>
    </message>
    <message>
        <source>The same PIN once more</source>
        <translation>Dieselbe PIN noch einmal</translation>
    </message>
    <message>
        <source>A PIN for {name}</source>
        <translation>Eine PIN für {name}</translation>
    </message>
    <message>
        <source>{shortest} to {longest} digits, not the first that anybody would try.</source>
        <translation>{shortest} bis {longest} Ziffern, und nicht die, die jeder zuerst probiert.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Leute</translation>
    </message>
    <message>
        <source>Zones, ceilings, straps, consent</source>
        <translation>Zonen, Obergrenzen, Gurte, Einwilligung</translation>
    </message>
    <message>
        <source>The week</source>
        <translation>Die Woche</translation>
    </message>
    <message>
        <source>Who trains what on which day</source>
        <translation>Wer trainiert was an welchem Tag</translation>
    </message>
    <message>
        <source>Stations and sensors</source>
        <translation>Stationen und Sensoren</translation>
    </message>
    <message>
        <source>What works, what does not, calibrate</source>
        <translation>Was geht, was nicht, kalibrieren</translation>
    </message>
    <message>
        <source>No administrator’s PIN yet</source>
        <translation>Noch keine PIN der Verwaltung</translation>
    </message>
    <message>
        <source>Workouts</source>
        <translation>Trainings</translation>
    </message>
    <message>
        <source>Look, change, make your own</source>
        <translation>Ansehen, ändern, eigene machen</translation>
    </message>
    <message>
        <source>Club straps</source>
        <translation>Vereinsgurte</translation>
    </message>
    <message>
        <source>Add, lend, take back</source>
        <translation>Hinzufügen, leihen, zurücknehmen</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Past sessions as files</source>
        <translation>Frühere Einheiten als Dateien</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Roster, weeks, workouts from a stick</source>
        <translation>Liste, Wochen, Trainings vom Stick</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>A past class once more</source>
        <translation>Einen früheren Kurs noch einmal</translation>
    </message>
    <message>
        <source>Coaches</source>
        <translation>Coaches</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Power, heat, disk, backups, versions</source>
        <translation>Strom, Wärme, Platte, Sicherungen, Versionen</translation>
    </message>
    <message>
        <source>Who has a PIN</source>
        <translation>Wer eine PIN hat</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Language, screen, sounds, wipe the glass</source>
        <translation>Sprache, Schirm, Töne, Glas putzen</translation>
    </message>
    <message>
        <source>ask: all right?</source>
        <translation>fragen: alles gut?</translation>
    </message>
    <message>
        <source>recovery walk</source>
        <translation>Gehpause</translation>
    </message>
    <message>
        <source>cooling down</source>
        <translation>wärmt ab</translation>
    </message>
    <message>
        <source>the next place</source>
        <translation>der nächste Platz</translation>
    </message>
    <message>
        <source>At {grade}? Tap</source>
        <translation>Auf {grade}? Tippen</translation>
    </message>
    <message>
        <source>set {grade}</source>
        <translation>{grade} einstellen</translation>
    </message>
    <message>
        <source>{now} of {aim}</source>
        <translation>{now} von {aim}</translation>
    </message>
    <message>
        <source>below {bpm} bpm</source>
        <translation>unter {bpm} bpm</translation>
    </message>
    <message>
        <source>above {bpm} bpm</source>
        <translation>über {bpm} bpm</translation>
    </message>
    <message>
        <source>down by {bpm}</source>
        <translation>um {bpm} runter</translation>
    </message>
    <message>
        <source>max {most}</source>
        <translation>max. {most}</translation>
    </message>
    <message>
        <source>until {ways} ({within})</source>
        <translation>bis {ways} ({within})</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} oder {other}</translation>
    </message>
    <message>
        <source>Their PIN does not work any more. Nothing that was recorded is lost.</source>
        <translation>Die PIN geht dann nicht mehr. Nichts Aufgezeichnetes geht verloren.</translation>
    </message>
    <message>
        <source>That is you: you are signed out by it.</source>
        <translation>Das bist du: Du wirst damit abgemeldet.</translation>
    </message>
    <message>
        <source>Remove {name} from the coaches?</source>
        <translation>{name} als Coach entfernen?</translation>
    </message>
    <message>
        <source>Yes, remove</source>
        <translation>Ja, entfernen</translation>
    </message>
    <message>
        <source>Touch a name to change the PIN or to remove somebody.</source>
        <translation>Tipp auf einen Namen, um die PIN zu ändern oder jemanden zu entfernen.</translation>
    </message>
    <message>
        <source>Only the administrator changes others&apos; PINs, adds and removes coaches.</source>
        <translation>Nur die Verwaltung ändert PINs anderer, legt Coaches an und entfernt sie.</translation>
    </message>
    <message>
        <source>The only coach stays: add another one first.</source>
        <translation>Der einzige Coach bleibt: Leg erst einen weiteren an.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>1 athlete</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>{count} athletes</source>
        <translation>{count} Personen</translation>
    </message>
    <message>
        <source>End for everybody?</source>
        <translation>Für alle beenden?</translation>
    </message>
    <message>
        <source>End the session?</source>
        <translation>Einheit beenden?</translation>
    </message>
    <message>
        <source>{workout}. What has been recorded is kept.</source>
        <translation>{workout}. Was aufgezeichnet wurde, bleibt.</translation>
    </message>
    <message>
        <source>Yes, end</source>
        <translation>Ja, beenden</translation>
    </message>
    <message>
        <source>No, go on</source>
        <translation>Nein, weiter</translation>
    </message>
    <message>
        <source>The kiosk stopped at {time}.</source>
        <translation>Der Kiosk ist um {time} stehen geblieben.</translation>
    </message>
    <message>
        <source>The kiosk stopped: {moment}.</source>
        <translation>Der Kiosk ist stehen geblieben: {moment}.</translation>
    </message>
    <message>
        <source>{count} people were training {workout}: {names}.</source>
        <translation>{count} Personen waren bei {workout}: {names}.</translation>
    </message>
    <message>
        <source>{name} was training {workout}.</source>
        <translation>{name} war bei {workout}.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Workout file</source>
        <translation>Trainingsdatei</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>works</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>vor {span}</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 Hinweis</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} Hinweise</translation>
    </message>
    <message>
        <source>Everything works</source>
        <translation>Alles geht</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>{count} problems</source>
        <translation>{count} Probleme</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>schneller</translation>
    </message>
    <message>
        <source>ease off</source>
        <translation>lockerer</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>halten</translation>
    </message>
    <message>
        <source>settle in</source>
        <translation>einpendeln</translation>
    </message>
    <message>
        <source>check your strap</source>
        <translation>Gurt prüfen</translation>
    </message>
    <message>
        <source>strap not worn</source>
        <translation>Gurt nicht angelegt</translation>
    </message>
    <message>
        <source>waiting for strap</source>
        <translation>wartet auf Gurt</translation>
    </message>
    <message>
        <source>take a club strap</source>
        <translation>Vereinsgurt nehmen</translation>
    </message>
    <message>
        <source>tap to choose</source>
        <translation>zum Wählen tippen</translation>
    </message>
    <message>
        <source>tap to see how it went</source>
        <translation>antippen: so lief es</translation>
    </message>
    <message>
        <source>own cool-down</source>
        <translation>eigenes Abwärmen</translation>
    </message>
    <message>
        <source>warm up first</source>
        <translation>erst aufwärmen</translation>
    </message>
    <message>
        <source>heart rate is heard</source>
        <translation>Puls ist zu hören</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Anstrengung</translation>
    </message>
    <message>
        <source>battery low</source>
        <translation>Batterie schwach</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>Erholung</translation>
    </message>
    <message>
        <source>A question first</source>
        <translation>Erst eine Frage</translation>
    </message>
    <message>
        <source>touch to answer</source>
        <translation>zum Antworten tippen</translation>
    </message>
    <message>
        <source>Start: {plan}</source>
        <translation>Start: {plan}</translation>
    </message>
    <message>
        <source>Strap {strap} is {name}’s. Is it yours too?</source>
        <translation>Gurt {strap} gehört {name}. Ist es auch deiner?</translation>
    </message>
    <message>
        <source>The kiosk then asks whose it is when it comes on.</source>
        <translation>Der Kiosk fragt dann, wer ihn trägt, wenn er angelegt wird.</translation>
    </message>
    <message>
        <source>Yes, we share it</source>
        <translation>Ja, wir teilen ihn</translation>
    </message>
    <message>
        <source>No, another one</source>
        <translation>Nein, ein anderer</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>wird gespeichert …</translation>
    </message>
    <message>
        <source>Your heart rate is stored on this kiosk only. You can have it exported or erased at any time.</source>
        <translation>Dein Puls wird nur auf diesem Kiosk gespeichert. Du kannst ihn jederzeit mitnehmen oder löschen lassen.</translation>
    </message>
    <message>
        <source>I agree – save</source>
        <translation>Einverstanden – speichern</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Spitzname</translation>
    </message>
    <message>
        <source>Strap</source>
        <translation>Gurt</translation>
    </message>
    <message>
        <source>or max heart rate</source>
        <translation>oder Maximalpuls</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>What shall we call you? A nickname is enough.</source>
        <translation>Wie sollen wir dich nennen? Ein Spitzname genügt.</translation>
    </message>
    <message>
        <source>The number of your strap: often it is on the back.</source>
        <translation>Die Nummer deines Gurts: Oft steht sie auf der Rückseite.</translation>
    </message>
    <message>
        <source>Your birth year, for your zones. If you know your max, give that instead.</source>
        <translation>Dein Geburtsjahr, für deine Zonen. Wenn du dein Maximum kennst, nimm das.</translation>
    </message>
    <message>
        <source>The highest heart rate that you have ever measured.</source>
        <translation>Der höchste Puls, den du je gemessen hast.</translation>
    </message>
    <message>
        <source>Your heart rate lying still, if you know it.</source>
        <translation>Dein Puls im Liegen, wenn du ihn kennst.</translation>
    </message>
    <message>
        <source>The heart rate that you can just hold for an hour, if you know it.</source>
        <translation>Der Puls, den du gerade eine Stunde hältst, wenn du ihn kennst.</translation>
    </message>
    <message>
        <source>put it on now</source>
        <translation>leg ihn jetzt an</translation>
    </message>
    <message>
        <source>That is all we need: tap “{save}”.</source>
        <translation>Mehr brauchen wir nicht: Tipp auf „{save}“.</translation>
    </message>
    <message>
        <source>Tap your strap, or type its number: {more} more are on the air.</source>
        <translation>Tipp auf deinen Gurt oder tipp seine Nummer ein: {more} weitere sind in Reichweite.</translation>
    </message>
    <message>
        <source>Tap your strap. Not here yet? Put it on.</source>
        <translation>Tipp auf deinen Gurt. Noch nicht da? Leg ihn an.</translation>
    </message>
    <message>
        <source>Which strap is yours?</source>
        <translation>Welcher Gurt ist deiner?</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>Stay with us</source>
        <translation>Bleib bei uns</translation>
    </message>
    <message>
        <source>Guest tonight</source>
        <translation>Heute als Gast</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>What you trained tonight stays on this kiosk, under this name.</source>
        <translation>Was du heute trainiert hast, bleibt auf diesem Kiosk, unter diesem Namen.</translation>
    </message>
    <message>
        <source>worn now</source>
        <translation>gerade getragen</translation>
    </message>
    <message>
        <source>on the shelf</source>
        <translation>im Regal</translation>
    </message>
    <message>
        <source>There is no strap of the club&apos;s to take: train without one, by effort.</source>
        <translation>Kein Vereinsgurt ist frei: Trainier ohne, nach Anstrengung.</translation>
    </message>
    <message>
        <source>Touch the number that is written on your strap.</source>
        <translation>Berühr die Nummer, die auf deinem Gurt steht.</translation>
    </message>
    <message>
        <source>Take a strap from the shelf, put it on, and touch its number.</source>
        <translation>Nimm einen Gurt aus dem Regal, leg ihn an und berühr seine Nummer.</translation>
    </message>
    <message>
        <source>With this touch you agree: heart rate and workout of tonight are stored on this kiosk and erased at midnight, unless you stay. You are guided by effort.</source>
        <translation>Mit dieser Berührung stimmst du zu: Puls und Training von heute werden auf diesem Kiosk gespeichert und um Mitternacht gelöscht, außer du bleibst. Du wirst nach Anstrengung geführt.</translation>
    </message>
    <message>
        <source>Then only gentle workouts are open to you, by effort. Talk to the coach before you begin.</source>
        <translation>Dann sind dir nur sanfte Trainings offen, nach Anstrengung. Sprich vorher mit dem Coach.</translation>
    </message>
    <message>
        <source>And: none of this applies to you. Heart condition or high blood pressure, chest pain, fainting or dizziness, a lasting illness or medicine for it, an injury, advice to train under supervision only, pregnancy.</source>
        <translation>Und: Nichts davon trifft auf dich zu. Herzleiden oder Bluthochdruck, Schmerz in der Brust, Ohnmacht oder Schwindel, dauerhafte Krankheit oder Medikamente dagegen, eine Verletzung, der Rat, nur unter Aufsicht zu trainieren, Schwangerschaft.</translation>
    </message>
    <message>
        <source>{notice} (and {count} more)</source>
        <translation>{notice} (und {count} weitere)</translation>
    </message>
    <message>
        <source>1 strap on the air, {known} known</source>
        <translation>1 Gurt in Reichweite, {known} bekannt</translation>
    </message>
    <message>
        <source>{count} straps on the air, {known} known</source>
        <translation>{count} Gurte in Reichweite, {known} bekannt</translation>
    </message>
    <message>
        <source>To block {number} of {count}</source>
        <translation>Zu Block {number} von {count}</translation>
    </message>
    <message>
        <source>Block {number} of {count}</source>
        <translation>Block {number} von {count}</translation>
    </message>
    <message>
        <source>Workouts of {name}</source>
        <translation>Trainings von {name}</translation>
    </message>
    <message>
        <source>Training goes on all the same: look here again later.</source>
        <translation>Das Training läuft trotzdem weiter: Schau später wieder vorbei.</translation>
    </message>
    <message>
        <source>Your workouts are being read.</source>
        <translation>Deine Trainings werden gelesen.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Every workout that you do here will be in this list.</source>
        <translation>Jedes Training, das du hier machst, steht dann in dieser Liste.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>Tonight: {workouts}</source>
        <translation>Heute Abend: {workouts}</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Your best in this workout so far.</source>
        <translation>Dein bisher bestes in diesem Training.</translation>
    </message>
    <message>
        <source>You held your heart where you wanted it for {share} of the time.</source>
        <translation>{share} der Zeit war dein Herz da, wo du es wolltest.</translation>
    </message>
    <message>
        <source>That makes {count} workouts in seven days.</source>
        <translation>Das macht {count} Trainings in sieben Tagen.</translation>
    </message>
    <message>
        <source>You did all of it, to the last second.</source>
        <translation>Du hast alles gemacht, bis zur letzten Sekunde.</translation>
    </message>
    <message>
        <source>{time} done, and every minute counts.</source>
        <translation>{time} geschafft, und jede Minute zählt.</translation>
    </message>
    <message>
        <source>Leave the workout?</source>
        <translation>Training verlassen?</translation>
    </message>
    <message>
        <source>What you have done is kept.</source>
        <translation>Was du gemacht hast, bleibt.</translation>
    </message>
    <message>
        <source>Yes, leave</source>
        <translation>Ja, verlassen</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>No, keep it</source>
        <translation>Nein, behalten</translation>
    </message>
    <message>
        <source>A coach has signed in.</source>
        <translation>Ein Coach ist angemeldet.</translation>
    </message>
    <message>
        <source>Your tag was here.</source>
        <translation>Dein Tag war hier.</translation>
    </message>
    <message>
        <source>To take away or erase: hold your tag to the reader. No tag? A coach does it with you.</source>
        <translation>Zum Mitnehmen oder Löschen: Halt deinen Tag an den Leser. Kein Tag? Ein Coach macht es mit dir.</translation>
    </message>
    <message>
        <source>Heart rate</source>
        <translation>Puls</translation>
    </message>
    <message>
        <source>Percent of max</source>
        <translation>Prozent vom Maximum</translation>
    </message>
    <message>
        <source>Zone only</source>
        <translation>Nur Zone</translation>
    </message>
    <message>
        <source>Others see your heart rate in beats a minute, on this screen and on the wall.</source>
        <translation>Andere sehen deinen Puls in Schlägen pro Minute, auf diesem Schirm und an der Wand.</translation>
    </message>
    <message>
        <source>Others see which percentage of your own maximum it is; only your own page has the beats.</source>
        <translation>Andere sehen, wie viel Prozent deines Maximums es sind; die Schläge stehen nur auf deiner eigenen Seite.</translation>
    </message>
    <message>
        <source>Others see your zone and its colour, and no number; only your own page has the beats.</source>
        <translation>Andere sehen deine Zone und ihre Farbe, und keine Zahl; die Schläge stehen nur auf deiner eigenen Seite.</translation>
    </message>
    <message>
        <source>Every second and every heart beat of your {count} workouts as tables, and all that is known of you, in one folder.</source>
        <translation>Jede Sekunde und jeder Herzschlag deiner {count} Trainings als Tabellen, und alles, was von dir bekannt ist, in einem Ordner.</translation>
    </message>
    <message>
        <source>Ready: it lies in {folder} on the kiosk. Ask the staff to copy it for you.</source>
        <translation>Fertig: Es liegt in {folder} auf dem Kiosk. Lass es dir vom Team kopieren.</translation>
    </message>
    <message>
        <source>Workout {number} of {count} …</source>
        <translation>Training {number} von {count} …</translation>
    </message>
    <message>
        <source>Begins …</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>You are training: end the session first.</source>
        <translation>Du trainierst: Beende zuerst die Einheit.</translation>
    </message>
    <message>
        <source>All your workouts, results, answers, plans, straps, tags and your name.</source>
        <translation>Alle deine Trainings, Ergebnisse, Antworten, Pläne, Gurte, Tags und dein Name.</translation>
    </message>
    <message>
        <source>Your {count} workouts, results, answers, plans, straps, tags and your name.</source>
        <translation>Deine {count} Trainings, Ergebnisse, Antworten, Pläne, Gurte, Tags und dein Name.</translation>
    </message>
    <message>
        <source>Erase everything of {name}?</source>
        <translation>Alles von {name} löschen?</translation>
    </message>
    <message>
        <source>Gone are all workouts with every second, all results and answers, the week, the straps and tags, and the name. Nobody can bring it back. Backups on this kiosk follow within a day; files that were taken away stay where they are.</source>
        <translation>Weg sind dann alle Trainings mit jeder Sekunde, alle Ergebnisse und Antworten, die Woche, Gurte und Chips und der Name. Niemand kann sie zurückholen. Die Sicherungen auf diesem Gerät folgen binnen eines Tages; Dateien, die jemand mitgenommen hat, bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Gone are {count} workouts with every second, all results and answers, the week, the straps and tags, and the name. Nobody can bring it back. Backups on this kiosk follow within a day; files that were taken away stay where they are.</source>
        <translation>Weg sind dann {count} Trainings mit jeder Sekunde, alle Ergebnisse und Antworten, die Woche, Gurte und Chips und der Name. Niemand kann sie zurückholen. Die Sicherungen auf diesem Gerät folgen binnen eines Tages; Dateien, die jemand mitgenommen hat, bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>at {speed}</source>
        <translation>bei {speed}</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>tempo {tempo}</source>
        <translation>Tempo {tempo}</translation>
    </message>
    <message>
        <source>left side</source>
        <translation>linke Seite</translation>
    </message>
    <message>
        <source>right side</source>
        <translation>rechte Seite</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>beide Seiten</translation>
    </message>
    <message>
        <source>{count} steps/min</source>
        <translation>{count} Schritte/min</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
    <message>
        <source>left</source>
        <translation>übrig</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>allein</translation>
    </message>
    <message>
        <source>on a way of your own</source>
        <translation>auf eigenem Weg</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>below zone 1</source>
        <translation>unter Zone 1</translation>
    </message>
    <message>
        <source>zone {zone}</source>
        <translation>Zone {zone}</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Gehen</translation>
    </message>
    <message>
        <source>{step} {round} of {rounds}</source>
        <translation>{step} {round} von {rounds}</translation>
    </message>
    <message>
        <source>the coach goes on</source>
        <translation>der Coach macht weiter</translation>
    </message>
    <message>
        <source>until below {bpm} bpm for a minute</source>
        <translation>bis eine Minute lang unter {bpm} bpm</translation>
    </message>
    <message>
        <source>Then: {step}</source>
        <translation>Dann: {step}</translation>
    </message>
    <message>
        <source>your place</source>
        <translation>dein Platz</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Als Nächstes: {step}</translation>
    </message>
    <message>
        <source>The last step</source>
        <translation>Der letzte Schritt</translation>
    </message>
    <message>
        <source>then you join the class</source>
        <translation>dann kommst du in den Kurs</translation>
    </message>
    <message>
        <source>change places now</source>
        <translation>jetzt Plätze wechseln</translation>
    </message>
    <message>
        <source>until well below your ceiling</source>
        <translation>bis weit unter deine Obergrenze</translation>
    </message>
    <message>
        <source>cool down</source>
        <translation>abwärmen</translation>
    </message>
    <message>
        <source>your own: that is enough for today</source>
        <translation>dein eigenes: Das reicht für heute</translation>
    </message>
    <message>
        <source>you are at your ceiling</source>
        <translation>du bist an deiner Obergrenze</translation>
    </message>
    <message>
        <source>all right?</source>
        <translation>alles gut?</translation>
    </message>
    <message>
        <source>slow to a walk</source>
        <translation>langsamer, jetzt gehen</translation>
    </message>
    <message>
        <source>warm up</source>
        <translation>aufwärmen</translation>
    </message>
    <message>
        <source>your own pace</source>
        <translation>dein eigenes Tempo</translation>
    </message>
    <message>
        <source>by effort</source>
        <translation>nach Anstrengung</translation>
    </message>
    <message>
        <source>to effort {range} of 10</source>
        <translation>auf Anstrengung {range} von 10</translation>
    </message>
    <message>
        <source>of 10, by how it feels</source>
        <translation>von 10, nach Gefühl</translation>
    </message>
    <message>
        <source>tap Resume to go on</source>
        <translation>zum Weitermachen auf Fortsetzen tippen</translation>
    </message>
    <message>
        <source>the whole class is paused</source>
        <translation>der ganze Kurs macht Pause</translation>
    </message>
    <message>
        <source>the class goes on</source>
        <translation>der Kurs geht weiter</translation>
    </message>
    <message>
        <source>stay at {target}</source>
        <translation>bleib bei {target}</translation>
    </message>
    <message>
        <source>on the way to {target}</source>
        <translation>unterwegs zu {target}</translation>
    </message>
    <message>
        <source>let it come down to {target}</source>
        <translation>lass ihn kommen auf {target}</translation>
    </message>
    <message>
        <source>{count} bpm too high</source>
        <translation>{count} bpm zu hoch</translation>
    </message>
    <message>
        <source>{count} bpm to go</source>
        <translation>noch {count} bpm</translation>
    </message>
    <message>
        <source>to {target}</source>
        <translation>auf {target}</translation>
    </message>
    <message>
        <source>keep effort {range}</source>
        <translation>Anstrengung {range} halten</translation>
    </message>
    <message>
        <source>keep going</source>
        <translation>weiter so</translation>
    </message>
    <message>
        <source>beats a minute</source>
        <translation>Schläge pro Minute</translation>
    </message>
    <message>
        <source>Steps?</source>
        <translation>Schritte?</translation>
    </message>
    <message>
        <source>tap to type</source>
        <translation>zum Tippen berühren</translation>
    </message>
    <message>
        <source>Speed?</source>
        <translation>Tempo?</translation>
    </message>
    <message>
        <source>{source}, planned {speed}</source>
        <translation>{source}, geplant {speed}</translation>
    </message>
    <message>
        <source>foot pod</source>
        <translation>Laufsensor</translation>
    </message>
    <message>
        <source>step sensor</source>
        <translation>Schrittsensor</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>getippt</translation>
    </message>
    <message>
        <source>from the deck, experimental</source>
        <translation>von der Lauffläche, versuchsweise</translation>
    </message>
    <message>
        <source>belt sensor</source>
        <translation>Bandsensor</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>People ({count})</source>
        <translation>Leute ({count})</translation>
    </message>
    <message>
        <source>Everything of {name} has been erased.</source>
        <translation>Alles von {name} ist gelöscht.</translation>
    </message>
    <message>
        <source>Take {name} off the roster?</source>
        <translation>{name} aus der Liste nehmen?</translation>
    </message>
    <message>
        <source>Straps and tags are free again, and what is known of their body and their week is forgotten. Recorded sessions stay.</source>
        <translation>Gurte und Tags sind wieder frei, und was über Körper und Woche bekannt ist, wird vergessen. Aufgezeichnete Einheiten bleiben.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>{name} is not on the roster any more.</source>
        <translation>{name} steht nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>Strap {number} is {name}’s.</source>
        <translation>Gurt {number} gehört {name}.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Ein Name fehlt.</translation>
    </message>
    <message>
        <source>{name} is already on the roster: add an initial.</source>
        <translation>{name} steht schon in der Liste: Häng einen Anfangsbuchstaben an.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>What is the member’s name?</source>
        <translation>Wie heißt das Mitglied?</translation>
    </message>
    <message>
        <source>bpm</source>
        <translation>bpm</translation>
    </message>
    <message>
        <source>A nickname is enough. Past sessions keep the old one.</source>
        <translation>Ein Spitzname genügt. Frühere Einheiten behalten den alten.</translation>
    </message>
    <message>
        <source>The straps that they bring themselves. Touch one to take it off.</source>
        <translation>Die eigenen mitgebrachten Gurte. Zum Wegnehmen berühren.</translation>
    </message>
    <message>
        <source>Only for a guess at the maximum.</source>
        <translation>Nur zum Schätzen des Maximums.</translation>
    </message>
    <message>
        <source>The highest that was ever measured.</source>
        <translation>Der höchste, der je gemessen wurde.</translation>
    </message>
    <message>
        <source>Lying still, in the morning.</source>
        <translation>Im Liegen, am Morgen.</translation>
    </message>
    <message>
        <source>What they can just hold for an hour; good for 90 days.</source>
        <translation>Was gerade eine Stunde lang geht; gilt 90 Tage.</translation>
    </message>
    <message>
        <source>The lower edge of every zone, and the top. Touch one to change it.</source>
        <translation>Die untere Grenze jeder Zone und die obere. Zum Ändern berühren.</translation>
    </message>
    <message>
        <source>They are told to ease off before it.</source>
        <translation>Vorher kommt der Hinweis, lockerer zu werden.</translation>
    </message>
    <message>
        <source>Effort only: for a beta-blocker, a pacemaker, or by choice.</source>
        <translation>Nur Anstrengung: bei Betablocker, Herzschrittmacher oder auf Wunsch.</translation>
    </message>
    <message>
        <source>What came of the health questions, asked once a year.</source>
        <translation>Was die Gesundheitsfragen ergaben, einmal im Jahr gestellt.</translation>
    </message>
    <message>
        <source>The day of the clearance for all-out tests.</source>
        <translation>Der Tag der Freigabe für Tests mit vollem Einsatz.</translation>
    </message>
    <message>
        <source>Needed under 18, before any all-out test.</source>
        <translation>Unter 18 nötig, vor jedem Test mit vollem Einsatz.</translation>
    </message>
    <message>
        <source>The weeks before it are planned from this day.</source>
        <translation>Von diesem Tag aus werden die Wochen davor geplant.</translation>
    </message>
    <message>
        <source>What the race is called.</source>
        <translation>Wie das Rennen heißt.</translation>
    </message>
    <message>
        <source>On the group’s tiles and on the wall. Their own page has it all.</source>
        <translation>Auf den Kacheln der Gruppe und an der Wand. Auf der eigenen Seite steht alles.</translation>
    </message>
    <message>
        <source>Effort only</source>
        <translation>Nur Anstrengung</translation>
    </message>
    <message>
        <source>Nothing applies</source>
        <translation>Nichts trifft zu</translation>
    </message>
    <message>
        <source>Something applies</source>
        <translation>Etwas trifft zu</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Neu fragen</translation>
    </message>
    <message>
        <source>Use computed zones</source>
        <translation>Berechnete Zonen nehmen</translation>
    </message>
    <message>
        <source>Use the default</source>
        <translation>Standard nehmen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>own zones</source>
        <translation>eigene Zonen</translation>
    </message>
    <message>
        <source>max {bpm}</source>
        <translation>Max. {bpm}</translation>
    </message>
    <message>
        <source>rest {bpm}</source>
        <translation>Ruhe {bpm}</translation>
    </message>
    <message>
        <source>threshold {bpm}</source>
        <translation>Schwelle {bpm}</translation>
    </message>
    <message>
        <source>born {year}</source>
        <translation>geboren {year}</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>see a doctor first</source>
        <translation>erst ärztlich klären</translation>
    </message>
    <message>
        <source>by effort only</source>
        <translation>nur nach Anstrengung</translation>
    </message>
    <message>
        <source>no zones yet</source>
        <translation>noch keine Zonen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Straps</source>
        <translation>Gurte</translation>
    </message>
    <message>
        <source>Birth year</source>
        <translation>Geburtsjahr</translation>
    </message>
    <message>
        <source>Maximum heart rate</source>
        <translation>Maximalpuls</translation>
    </message>
    <message>
        <source>Resting heart rate</source>
        <translation>Ruhepuls</translation>
    </message>
    <message>
        <source>Own zone edges</source>
        <translation>Eigene Zonengrenzen</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Guided by</source>
        <translation>Geführt nach</translation>
    </message>
    <message>
        <source>Health questions</source>
        <translation>Gesundheitsfragen</translation>
    </message>
    <message>
        <source>Cleared for all-out tests</source>
        <translation>Freigabe für Tests mit vollem Einsatz</translation>
    </message>
    <message>
        <source>Guardian’s consent</source>
        <translation>Einwilligung der Eltern</translation>
    </message>
    <message>
        <source>Race day</source>
        <translation>Renntag</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Rennen</translation>
    </message>
    <message>
        <source>Others see</source>
        <translation>Andere sehen</translation>
    </message>
    <message>
        <source>effort only</source>
        <translation>nur Anstrengung</translation>
    </message>
    <message>
        <source>heart rate</source>
        <translation>Puls</translation>
    </message>
    <message>
        <source>percent of max</source>
        <translation>Prozent vom Maximum</translation>
    </message>
    <message>
        <source>only the zone</source>
        <translation>nur die Zone</translation>
    </message>
    <message>
        <source>by age about {bpm}</source>
        <translation>nach Alter etwa {bpm}</translation>
    </message>
    <message>
        <source>set here</source>
        <translation>hier gesetzt</translation>
    </message>
    <message>
        <source>by default {bpm}</source>
        <translation>Standard {bpm}</translation>
    </message>
    <message>
        <source>asked next time</source>
        <translation>wird beim nächsten Mal gefragt</translation>
    </message>
    <message>
        <source>something applies</source>
        <translation>etwas trifft zu</translation>
    </message>
    <message>
        <source>out of date: asked again</source>
        <translation>veraltet: wird neu gefragt</translation>
    </message>
    <message>
        <source>nothing applies</source>
        <translation>nichts trifft zu</translation>
    </message>
    <message>
        <source>cleared by a doctor</source>
        <translation>ärztlich freigegeben</translation>
    </message>
    <message>
        <source>below {bpm}</source>
        <translation>unter {bpm}</translation>
    </message>
    <message>
        <source>No zones yet: enter a maximum, a threshold or the birth year.</source>
        <translation>Noch keine Zonen: Gib ein Maximum, eine Schwelle oder das Geburtsjahr ein.</translation>
    </message>
    <message>
        <source>Guided by effort: the zones are only kept.</source>
        <translation>Nach Anstrengung geführt: Die Zonen werden nur aufbewahrt.</translation>
    </message>
    <message>
        <source>From the age: a maximum of {bpm} is only a guess.</source>
        <translation>Nach Alter: Ein Maximum von {bpm} ist nur geschätzt.</translation>
    </message>
    <message>
        <source>From the own edges.</source>
        <translation>Aus den eigenen Grenzen.</translation>
    </message>
    <message>
        <source>From the threshold.</source>
        <translation>Aus der Schwelle.</translation>
    </message>
    <message>
        <source>From maximum and resting heart rate.</source>
        <translation>Aus Maximal- und Ruhepuls.</translation>
    </message>
    <message>
        <source>From the maximum heart rate.</source>
        <translation>Aus dem Maximalpuls.</translation>
    </message>
    <message>
        <source>No ceiling: no maximum is known.</source>
        <translation>Keine Obergrenze: Kein Maximum ist bekannt.</translation>
    </message>
    <message>
        <source>Ceiling {bpm}: set by a coach.</source>
        <translation>Obergrenze {bpm}: von einem Coach gesetzt.</translation>
    </message>
    <message>
        <source>Ceiling {bpm}: {share} of the maximum.</source>
        <translation>Obergrenze {bpm}: {share} vom Maximum.</translation>
    </message>
    <message>
        <source>Ceiling {bpm}: {share} of the guessed maximum.</source>
        <translation>Obergrenze {bpm}: {share} vom geschätzten Maximum.</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>long run</source>
        <translation>langer Lauf</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>No workout yet</source>
        <translation>Noch kein Training</translation>
    </message>
    <message>
        <source>Everything that you do here is kept and compared.</source>
        <translation>Alles, was du hier machst, bleibt und wird verglichen.</translation>
    </message>
    <message>
        <source>No plan for the week</source>
        <translation>Kein Plan für die Woche</translation>
    </message>
    <message>
        <source>Your coach can make one.</source>
        <translation>Dein Coach kann einen machen.</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>your best so far</source>
        <translation>dein bisher bestes</translation>
    </message>
    <message>
        <source>estimated: speed not measured</source>
        <translation>geschätzt: Tempo nicht gemessen</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>in your band</source>
        <translation>im Zielbereich</translation>
    </message>
    <message>
        <source>pace varied by</source>
        <translation>Tempo schwankte um</translation>
    </message>
    <message>
        <source>{time} done.</source>
        <translation>{time} geschafft.</translation>
    </message>
    <message>
        <source>climbed</source>
        <translation>gestiegen</translation>
    </message>
    <message>
        <source>effort</source>
        <translation>Anstrengung</translation>
    </message>
    <message>
        <source>heart down in 60 s</source>
        <translation>Pulsabfall in 60 s</translation>
    </message>
    <message>
        <source>Strap {numbers}.</source>
        <translation>Gurt {numbers}.</translation>
    </message>
    <message>
        <source>Straps {numbers}.</source>
        <translation>Gurte {numbers}.</translation>
    </message>
    <message>
        <source>The session was cut by a stop of the kiosk and closed later.</source>
        <translation>Die Einheit brach ab, als der Kiosk stehen blieb, und wurde später abgeschlossen.</translation>
    </message>
    <message>
        <source>The session is not closed yet: this is what there is so far.</source>
        <translation>Die Einheit ist noch nicht abgeschlossen: Das ist der Stand bisher.</translation>
    </message>
    <message>
        <source>The clock was not set: day and time may be wrong.</source>
        <translation>Die Uhr war nicht gestellt: Tag und Uhrzeit können falsch sein.</translation>
    </message>
    <message>
        <source>By effort: no zones were known.</source>
        <translation>Nach Anstrengung: Keine Zonen waren bekannt.</translation>
    </message>
    <message>
        <source>Guided by effort throughout.</source>
        <translation>Durchweg nach Anstrengung geführt.</translation>
    </message>
    <message>
        <source>Guided by effort for {time}.</source>
        <translation>{time} lang nach Anstrengung geführt.</translation>
    </message>
    <message>
        <source>Zones estimated from the age.</source>
        <translation>Zonen aus dem Alter geschätzt.</translation>
    </message>
    <message>
        <source>beats a metre</source>
        <translation>Schläge pro Meter</translation>
    </message>
    <message>
        <source>no {what} on the roster: ask your coach to enter it</source>
        <translation>in der Liste fehlt: {what}. Lass es deinen Coach eintragen</translation>
    </message>
    <message>
        <source>{reason}: ask your coach to enter it</source>
        <translation>{reason}: Lass es deinen Coach eintragen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>tap Next when it is done</source>
        <translation>danach auf Weiter tippen</translation>
    </message>
    <message>
        <source>{amount}, then tap Done</source>
        <translation>{amount}, dann auf Fertig tippen</translation>
    </message>
    <message>
        <source>{reps} each side</source>
        <translation>{reps} je Seite</translation>
    </message>
    <message>
        <source>{reps} on the left</source>
        <translation>{reps} links</translation>
    </message>
    <message>
        <source>{reps} on the right</source>
        <translation>{reps} rechts</translation>
    </message>
    <message>
        <source>lower {seconds}</source>
        <translation>senken {seconds}</translation>
    </message>
    <message>
        <source>hold {seconds}</source>
        <translation>halten {seconds}</translation>
    </message>
    <message>
        <source>lift {seconds}</source>
        <translation>heben {seconds}</translation>
    </message>
    <message>
        <source>last time {what}</source>
        <translation>letztes Mal {what}</translation>
    </message>
    <message>
        <source>no load</source>
        <translation>keine Last</translation>
    </message>
    <message>
        <source>logged: {what}</source>
        <translation>eingetragen: {what}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>geschafft</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Geschafft: {what}</translation>
    </message>
    <message>
        <source>Log: {what}</source>
        <translation>Eintragen: {what}</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>km, kg</source>
        <translation>km, kg</translation>
    </message>
    <message>
        <source>miles, lb</source>
        <translation>Meilen, lb</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>At the end of a step</source>
        <translation>Am Ende eines Schritts</translation>
    </message>
    <message>
        <source>Calm picture</source>
        <translation>Ruhiges Bild</translation>
    </message>
    <message>
        <source>Nothing slides or fades</source>
        <translation>Nichts gleitet oder blendet</translation>
    </message>
    <message>
        <source>Left-handed</source>
        <translation>Linkshändig</translation>
    </message>
    <message>
        <source>Buttons where the left thumb is</source>
        <translation>Tasten beim linken Daumen</translation>
    </message>
    <message>
        <source>Kept: it stays like this after a restart.</source>
        <translation>Gespeichert: so bleibt es auch nach einem Neustart.</translation>
    </message>
    <message>
        <source>Group wall</source>
        <translation>Gruppenwand</translation>
    </message>
    <message>
        <source>Large numbers for everybody</source>
        <translation>Große Zahlen für alle</translation>
    </message>
    <message>
        <source>2nd display</source>
        <translation>2. Schirm</translation>
    </message>
    <message>
        <source>On this one</source>
        <translation>Auf diesem</translation>
    </message>
    <message>
        <source>Dim the screen</source>
        <translation>Schirm dimmen</translation>
    </message>
    <message>
        <source>When nobody is here</source>
        <translation>Wenn niemand da ist</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>open end</source>
        <translation>offenes Ende</translation>
    </message>
    <message>
        <source>{count} × {span}, each in another lane</source>
        <translation>{count} × {span}, jeweils an einem anderen Platz</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>Boden</translation>
    </message>
    <message>
        <source>for beginners</source>
        <translation>zum Einstieg</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>bestätigen</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>draußen</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>advanced</source>
        <translation>fortgeschritten</translation>
    </message>
    <message>
        <source>beginner</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>Instead: {dose}.</source>
        <translation>Stattdessen: {dose}.</translation>
    </message>
    <message>
        <source>{station} can do {grade}</source>
        <translation>{station} kann {grade}</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>instead</source>
        <translation>stattdessen</translation>
    </message>
    <message>
        <source>at {grade}</source>
        <translation>bei {grade}</translation>
    </message>
    <message>
        <source>{grade} at {speed}</source>
        <translation>{grade} bei {speed}</translation>
    </message>
    <message>
        <source>fitness test</source>
        <translation>Fitnesstest</translation>
    </message>
    <message>
        <source>all out: only with a clearance and a coach</source>
        <translation>alles geben: nur mit Freigabe und Coach</translation>
    </message>
    <message>
        <source>rotation of {count} lanes</source>
        <translation>Rotation mit {count} Plätzen</translation>
    </message>
    <message>
        <source>until the button</source>
        <translation>bis zur Taste</translation>
    </message>
    <message>
        <source>{range} bpm</source>
        <translation>{range} bpm</translation>
    </message>
    <message>
        <source>{range} % of max</source>
        <translation>{range} % vom Maximum</translation>
    </message>
    <message>
        <source>low zone {zone}</source>
        <translation>Zone {zone} unten</translation>
    </message>
    <message>
        <source>mid zone {zone}</source>
        <translation>Zone {zone} Mitte</translation>
    </message>
    <message>
        <source>high zone {zone}</source>
        <translation>Zone {zone} oben</translation>
    </message>
    <message>
        <source>below {percent} % of max</source>
        <translation>unter {percent} % vom Maximum</translation>
    </message>
    <message>
        <source>{bpm} bpm down</source>
        <translation>{bpm} bpm runter</translation>
    </message>
    <message>
        <source>until {ways}, {range} s</source>
        <translation>bis {ways}, {range} s</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>Is strap {number} your own?</source>
        <translation>Gehört Gurt {number} dir?</translation>
    </message>
    <message>
        <source>Your own is known the next time too.</source>
        <translation>Deinen eigenen kennen wir auch nächstes Mal.</translation>
    </message>
    <message>
        <source>Yes, remember it</source>
        <translation>Ja, merken</translation>
    </message>
    <message>
        <source>Only for today</source>
        <translation>Nur für heute</translation>
    </message>
    <message>
        <source>Remove strap {number} from the shelf for good?</source>
        <translation>Gurt {number} für immer aus dem Regal nehmen?</translation>
    </message>
    <message>
        <source>It can be added again later. What was recorded with it is kept.</source>
        <translation>Er kann später wieder dazu. Was mit ihm aufgezeichnet wurde, bleibt.</translation>
    </message>
    <message>
        <source>Yes, remove it</source>
        <translation>Ja, entfernen</translation>
    </message>
    <message>
        <source>{name} has not given it back.</source>
        <translation>{name} hat ihn nicht zurückgegeben.</translation>
    </message>
    <message>
        <source>{name} is training with it now!</source>
        <translation>{name} trainiert gerade damit!</translation>
    </message>
    <message>
        <source>Take strap {number} from {name}?</source>
        <translation>Gurt {number} von {name} übernehmen?</translation>
    </message>
    <message>
        <source>Yes, I have it</source>
        <translation>Ja, ich habe ihn</translation>
    </message>
    <message>
        <source>Which strap, {name}?</source>
        <translation>Welcher Gurt, {name}?</translation>
    </message>
    <message>
        <source>Strap {number}: {what}</source>
        <translation>Gurt {number}: {what}</translation>
    </message>
    <message>
        <source>Add a strap</source>
        <translation>Gurt hinzufügen</translation>
    </message>
    <message>
        <source>you have it</source>
        <translation>du hast ihn</translation>
    </message>
    <message>
        <source>{name} has it</source>
        <translation>{name} hat ihn</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>nearly flat</source>
        <translation>fast leer</translation>
    </message>
    <message>
        <source>battery</source>
        <translation>Batterie</translation>
    </message>
    <message>
        <source>battery not known</source>
        <translation>Batterie unbekannt</translation>
    </message>
    <message>
        <source>battery new</source>
        <translation>Batterie neu</translation>
    </message>
    <message>
        <source>battery good</source>
        <translation>Batterie gut</translation>
    </message>
    <message>
        <source>battery ok</source>
        <translation>Batterie in Ordnung</translation>
    </message>
    <message>
        <source>battery {state}</source>
        <translation>Batterie {state}</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nie benutzt</translation>
    </message>
    <message>
        <source>used today</source>
        <translation>heute benutzt</translation>
    </message>
    <message>
        <source>used yesterday</source>
        <translation>gestern benutzt</translation>
    </message>
    <message>
        <source>used {count} days ago</source>
        <translation>vor {count} Tagen benutzt</translation>
    </message>
    <message>
        <source>used {count} weeks ago</source>
        <translation>vor {count} Wochen benutzt</translation>
    </message>
    <message>
        <source>The club has no straps on its shelf yet.</source>
        <translation>Der Verein hat noch keine Gurte im Regal.</translation>
    </message>
    <message>
        <source>Write a number on each of the club’s straps, then tap “Add a strap”.</source>
        <translation>Schreib auf jeden Vereinsgurt eine Nummer, dann tipp auf „Gurt hinzufügen“.</translation>
    </message>
    <message>
        <source>locked for {time}</source>
        <translation>gesperrt für {time}</translation>
    </message>
    <message>
        <source>{name}, your PIN</source>
        <translation>{name}, deine PIN</translation>
    </message>
    <message>
        <source>The administrator&apos;s PIN</source>
        <translation>Die PIN der Verwaltung</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {time}.</source>
        <translation>Zu viele falsche PINs. Versuch es in {time} wieder.</translation>
    </message>
    <message>
        <source>steps/min</source>
        <translation>Schritte/min</translation>
    </message>
    <message>
        <source>off the station</source>
        <translation>nicht auf der Station</translation>
    </message>
    <message>
        <source>{station} is free</source>
        <translation>{station} ist frei</translation>
    </message>
    <message>
        <source>{name} is on {station}</source>
        <translation>{name} ist auf {station}</translation>
    </message>
    <message>
        <source>Step off</source>
        <translation>Absteigen</translation>
    </message>
    <message>
        <source>you are on {station}</source>
        <translation>du bist auf {station}</translation>
    </message>
    <message>
        <source>it is free</source>
        <translation>sie ist frei</translation>
    </message>
    <message>
        <source>{name} steps off</source>
        <translation>{name} steigt ab</translation>
    </message>
    <message>
        <source>Take {station}</source>
        <translation>{station} nehmen</translation>
    </message>
    <message>
        <source>you start here</source>
        <translation>du beginnst hier</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>{name} is on it</source>
        <translation>{name} ist darauf</translation>
    </message>
    <message>
        <source>just put on</source>
        <translation>gerade angelegt</translation>
    </message>
    <message>
        <source>on for {count} min</source>
        <translation>seit {count} min an</translation>
    </message>
    <message>
        <source>on for 30 s</source>
        <translation>seit 30 s an</translation>
    </message>
    <message>
        <source>Neither of us</source>
        <translation>Keiner von uns beiden</translation>
    </message>
    <message>
        <source>None of us</source>
        <translation>Niemand von uns</translation>
    </message>
    <message>
        <source>Strap {number} has just come on. Whose is it?</source>
        <translation>Gurt {number} ist gerade dazugekommen. Wem gehört er?</translation>
    </message>
    <message>
        <source>planned for today</source>
        <translation>für heute geplant</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>wie letztes Mal</translation>
    </message>
    <message>
        <source>at {grade} %</source>
        <translation>bei {grade} %</translation>
    </message>
    <message>
        <source>Last time: {how}</source>
        <translation>Letztes Mal: {how}</translation>
    </message>
    <message>
        <source>Join class: {plan}, {when}</source>
        <translation>In den Kurs: {plan}, {when}</translation>
    </message>
    <message>
        <source>just begun</source>
        <translation>gerade begonnen</translation>
    </message>
    <message>
        <source>{minutes} min in</source>
        <translation>läuft seit {minutes} min</translation>
    </message>
    <message>
        <source>you warm up {span} first</source>
        <translation>du wärmst erst {span} auf</translation>
    </message>
    <message>
        <source>Now: drink water, eat something with protein within the hour, sleep long tonight.</source>
        <translation>Jetzt: Trink Wasser, iss binnen einer Stunde etwas mit Eiweiß, schlaf heute lang.</translation>
    </message>
    <message>
        <source>Well done, {name}</source>
        <translation>Gut gemacht, {name}</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>mean / highest bpm</source>
        <translation>bpm Mittel / höchste</translation>
    </message>
    <message>
        <source>zone {label}</source>
        <translation>Zone {label}</translation>
    </message>
    <message>
        <source>left early, of {length}</source>
        <translation>früher gegangen, von {length}</translation>
    </message>
    <message>
        <source>ended early, of {length}</source>
        <translation>früher beendet, von {length}</translation>
    </message>
    <message>
        <source>No heart rate was heard.</source>
        <translation>Kein Puls war zu hören.</translation>
    </message>
    <message>
        <source>Shown is the last part only, from {time} on.</source>
        <translation>Gezeigt ist nur der letzte Teil, ab {time}.</translation>
    </message>
    <message>
        <source>No heart rate for {time}.</source>
        <translation>Kein Puls für {time}.</translation>
    </message>
    <message>
        <source>Without a heart rate there is nothing to draw: next time moisten the strap and wear it snugly.</source>
        <translation>Ohne Puls gibt es nichts zu zeichnen: nächstes Mal den Gurt anfeuchten und eng tragen.</translation>
    </message>
    <message>
        <source>You train by effort: there are no zones yet. Tell the staff your year of birth or your maximum heart rate.</source>
        <translation>Du trainierst nach Anstrengung: Noch gibt es keine Zonen. Nenn dem Team dein Geburtsjahr oder deinen Maximalpuls.</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>Alles ist gespeichert.</translation>
    </message>
    <message>
        <source>Block {number}</source>
        <translation>Block {number}</translation>
    </message>
    <message>
        <source>To choose at the start: {choices}</source>
        <translation>Am Start zu wählen: {choices}</translation>
    </message>
    <message>
        <source>+ {count}</source>
        <translation>+ {count}</translation>
    </message>
    <message>
        <source>up Everest once, and on</source>
        <translation>einmal den Everest hoch, und weiter</translation>
    </message>
    <message>
        <source>up Everest {count} times, and on</source>
        <translation>{count}-mal den Everest hoch, und weiter</translation>
    </message>
    <message>
        <source>{left} to the height of {summit}</source>
        <translation>noch {left} bis zur Höhe: {summit}</translation>
    </message>
    <message>
        <source>higher than {below}, {left} to {summit}</source>
        <translation>höher als {below}, noch {left} bis {summit}</translation>
    </message>
    <message>
        <source>the Eiffel Tower</source>
        <translation>Eiffelturm</translation>
    </message>
    <message>
        <source>Snowdon</source>
        <translation>Snowdon</translation>
    </message>
    <message>
        <source>Ben Nevis</source>
        <translation>Ben Nevis</translation>
    </message>
    <message>
        <source>the Zugspitze</source>
        <translation>Zugspitze</translation>
    </message>
    <message>
        <source>Mont Blanc</source>
        <translation>Mont Blanc</translation>
    </message>
    <message>
        <source>Kilimanjaro</source>
        <translation>Kilimandscharo</translation>
    </message>
    <message>
        <source>Everest</source>
        <translation>Everest</translation>
    </message>
    <message>
        <source>Effort {range}</source>
        <translation>Anstrengung {range}</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>startet …</translation>
    </message>
    <message>
        <source>Looking for past sessions …</source>
        <translation>Frühere Einheiten werden gesucht …</translation>
    </message>
    <message>
        <source>The sessions cannot be read</source>
        <translation>Die Einheiten sind nicht lesbar</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet</source>
        <translation>Noch ist nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Every session stays here when it has ended.</source>
        <translation>Jede Einheit bleibt hier, wenn sie vorbei ist.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Export all new ({count})</source>
        <translation>Alle neuen exportieren ({count})</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>Export chosen ({count})</source>
        <translation>Gewählte exportieren ({count})</translation>
    </message>
    <message>
        <source>Export chosen</source>
        <translation>Gewählte exportieren</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>not over yet</source>
        <translation>noch nicht vorbei</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exportiert</translation>
    </message>
    <message>
        <source>Stopped after {done} of {of} sessions. {why}</source>
        <translation>Nach {done} von {of} Einheiten angehalten. {why}</translation>
    </message>
    <message>
        <source>All sessions are written. Leave the stick in: it is being finished …</source>
        <translation>Alle Einheiten sind geschrieben. Lass den Stick stecken: Er wird noch fertig …</translation>
    </message>
    <message>
        <source>All sessions are written …</source>
        <translation>Alle Einheiten sind geschrieben …</translation>
    </message>
    <message>
        <source>Exporting: {done} of {of} sessions, {files} files. It goes on if you leave the page.</source>
        <translation>Export: {done} von {of} Einheiten, {files} Dateien. Er läuft weiter, wenn du die Seite verlässt.</translation>
    </message>
    <message>
        <source>Exporting: {done} of {of} sessions, {files} files. Leave the stick in.</source>
        <translation>Export: {done} von {of} Einheiten, {files} Dateien. Lass den Stick stecken.</translation>
    </message>
    <message>
        <source>About {time} left.</source>
        <translation>Noch etwa {time}.</translation>
    </message>
    <message>
        <source>You can pull the stick now. {of} sessions, {files} files are on it.</source>
        <translation>Du kannst den Stick jetzt abziehen. {of} Einheiten, {files} Dateien sind darauf.</translation>
    </message>
    <message>
        <source>You can pull the stick now. 1 session, {files} files are on it.</source>
        <translation>Du kannst den Stick jetzt abziehen. 1 Einheit, {files} Dateien sind darauf.</translation>
    </message>
    <message>
        <source>Done: {of} sessions, {files} files. A laptop on the cable shows them; one that is plugged in, when it has ejected the drive.</source>
        <translation>Fertig: {of} Einheiten, {files} Dateien. Ein Laptop am Kabel zeigt sie; einer, der schon steckt, sobald er das Laufwerk ausgeworfen hat.</translation>
    </message>
    <message>
        <source>Done: 1 session, {files} files. A laptop on the cable shows them; one that is plugged in, when it has ejected the drive.</source>
        <translation>Fertig: 1 Einheit, {files} Dateien. Ein Laptop am Kabel zeigt sie; einer, der schon steckt, sobald er das Laufwerk ausgeworfen hat.</translation>
    </message>
    <message>
        <source>Done: {of} sessions, {files} files. They lie in {folder}.</source>
        <translation>Fertig: {of} Einheiten, {files} Dateien. Sie liegen in {folder}.</translation>
    </message>
    <message>
        <source>Done: 1 session, {files} files. They lie in {folder}.</source>
        <translation>Fertig: 1 Einheit, {files} Dateien. Sie liegen in {folder}.</translation>
    </message>
    <message>
        <source>A stick has come: looking at it …</source>
        <translation>Ein Stick ist da: Er wird angesehen …</translation>
    </message>
    <message>
        <source>Files go onto the stick {label}, {room} free.</source>
        <translation>Dateien kommen auf den Stick {label}, {room} frei.</translation>
    </message>
    <message>
        <source>Files go onto the stick, {room} free.</source>
        <translation>Dateien kommen auf den Stick, {room} frei.</translation>
    </message>
    <message>
        <source>The stick is being written: leave it in.</source>
        <translation>Der Stick wird beschrieben: Lass ihn stecken.</translation>
    </message>
    <message>
        <source>You can pull the stick now.</source>
        <translation>Du kannst den Stick jetzt abziehen.</translation>
    </message>
    <message>
        <source>No stick is in: files go to the kiosk’s own folder.</source>
        <translation>Kein Stick steckt: Dateien kommen in den Ordner des Kiosks.</translation>
    </message>
    <message>
        <source>{count} GB</source>
        <translation>{count} GB</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} MB</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is already on the roster: if that is you, tap Cancel and choose your name; else add an initial.</source>
        <translation>„{name}“ steht schon in der Liste: Bist du das, tipp auf Abbrechen und wähl deinen Namen; sonst häng einen Anfangsbuchstaben an.</translation>
    </message>
    <message>
        <source>Strap {strap} already belongs to &quot;{name}&quot;: check the number, or choose &quot;No strap yet&quot;.</source>
        <translation>Gurt {strap} gehört schon „{name}“: Prüf die Nummer oder wähl „Noch kein Gurt“.</translation>
    </message>
    <message>
        <source>Copy {name}’s week on?</source>
        <translation>Die Woche von {name} weiterkopieren?</translation>
    </message>
    <message>
        <source>Copy everybody’s week on?</source>
        <translation>Die Woche von allen weiterkopieren?</translation>
    </message>
    <message>
        <source>Nothing is planned for these seven days yet.</source>
        <translation>Für diese sieben Tage ist noch nichts geplant.</translation>
    </message>
    <message>
        <source>What is planned from {first} to {last} is planned again a week later, instead of what stands there. Days with nothing planned stay as they are.</source>
        <translation>Was von {first} bis {last} geplant ist, wird eine Woche später noch einmal geplant, statt dessen, was dort steht. Tage ohne Plan bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>The clock is not set yet</source>
        <translation>Die Uhr ist noch nicht gestellt</translation>
    </message>
    <message>
        <source>Nobody is on the roster yet</source>
        <translation>Noch steht niemand auf der Liste</translation>
    </message>
    <message>
        <source>Without the day no week can be planned. It sets itself in a network.</source>
        <translation>Ohne Datum lässt sich keine Woche planen. In einem Netzwerk stellt sich die Uhr selbst.</translation>
    </message>
    <message>
        <source>Whoever is added at “Tap in” has a week here.</source>
        <translation>Wer sich unter „Einchecken“ einträgt, hat hier eine Woche.</translation>
    </message>
    <message>
        <source>Nothing is planned yet. Warnings count what is planned until then.</source>
        <translation>Noch ist nichts geplant. Warnungen zählen mit, was bis dahin geplant ist.</translation>
    </message>
    <message>
        <source>Planned: {words}. Warnings count what is planned until then.</source>
        <translation>Geplant: {words}. Warnungen zählen mit, was bis dahin geplant ist.</translation>
    </message>
    <message>
        <source>strap heard</source>
        <translation>Gurt zu hören</translation>
    </message>
    <message>
        <source>tapped in</source>
        <translation>eingecheckt</translation>
    </message>
    <message>
        <source>training</source>
        <translation>trainiert</translation>
    </message>
    <message>
        <source>near</source>
        <translation>nah</translation>
    </message>
    <message>
        <source>farther</source>
        <translation>weiter weg</translation>
    </message>
    <message>
        <source>Strap {strap}</source>
        <translation>Gurt {strap}</translation>
    </message>
    <message>
        <source>This workout is still being measured.</source>
        <translation>Dieses Training wird noch ausgewertet.</translation>
    </message>
    <message>
        <source>on the floor</source>
        <translation>am Boden</translation>
    </message>
    <message>
        <source>treadmill or stairs</source>
        <translation>Laufband oder Treppe</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>tapping in…</source>
        <translation>checkt ein …</translation>
    </message>
    <message>
        <source>waiting for your strap…</source>
        <translation>wartet auf deinen Gurt …</translation>
    </message>
    <message>
        <source>no strap heard: check yours</source>
        <translation>kein Gurt zu hören: prüf deinen</translation>
    </message>
    <message>
        <source>your strap is not worn</source>
        <translation>dein Gurt ist nicht angelegt</translation>
    </message>
    <message>
        <source>Battery low: take a club strap</source>
        <translation>Batterie schwach: Nimm einen Vereinsgurt</translation>
    </message>
    <message>
        <source>Battery low: change it before you start</source>
        <translation>Batterie schwach: Wechsle sie vor dem Start</translation>
    </message>
    <message>
        <source>No strap heard: wear yours, or take a club strap</source>
        <translation>Kein Gurt zu hören: Leg deinen an oder nimm einen Vereinsgurt</translation>
    </message>
    <message>
        <source>Your zones are not known yet: you are guided by effort (RPE) instead.</source>
        <translation>Deine Zonen sind noch nicht bekannt: Du wirst nach Anstrengung (RPE) geführt.</translation>
    </message>
    <message>
        <source>Zones estimated from your age.</source>
        <translation>Zonen aus deinem Alter geschätzt.</translation>
    </message>
    <message>
        <source>till the button</source>
        <translation>bis zur Taste</translation>
    </message>
    <message>
        <source>till the heart is there</source>
        <translation>bis der Puls da ist</translation>
    </message>
    <message>
        <source>{band} bpm</source>
        <translation>{band} bpm</translation>
    </message>
    <message>
        <source>marathon pace</source>
        <translation>Marathontempo</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Belastung</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>ganz</translation>
    </message>
    <message>
        <source>low part</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>high part</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Nothing was recorded</source>
        <translation>Nichts wurde aufgezeichnet</translation>
    </message>
    <message>
        <source>Reading the session …</source>
        <translation>Einheit wird gelesen …</translation>
    </message>
    <message>
        <source>This session cannot be shown</source>
        <translation>Diese Einheit lässt sich nicht zeigen</translation>
    </message>
    <message>
        <source>No session is over yet</source>
        <translation>Noch ist keine Einheit vorbei</translation>
    </message>
    <message>
        <source>Nobody trained a whole second of it.</source>
        <translation>Niemand hat darin eine ganze Sekunde trainiert.</translation>
    </message>
    <message>
        <source>{now} of {all}</source>
        <translation>{now} von {all}</translation>
    </message>
    <message>
        <source>not training</source>
        <translation>trainiert nicht</translation>
    </message>
    <message>
        <source>below the band</source>
        <translation>unter dem Zielbereich</translation>
    </message>
    <message>
        <source>above the band</source>
        <translation>über dem Zielbereich</translation>
    </message>
    <message>
        <source>in the band</source>
        <translation>im Zielbereich</translation>
    </message>
    <message>
        <source>needed a word</source>
        <translation>brauchte ein Wort</translation>
    </message>
    <message>
        <source>{share} of it in the band</source>
        <translation>{share} davon im Zielbereich</translation>
    </message>
    <message>
        <source>The workout</source>
        <translation>Das Training</translation>
    </message>
    <message>
        <source>Another workout has taken this name meanwhile: save once more.</source>
        <translation>Ein anderes Training heißt inzwischen so: noch einmal speichern.</translation>
    </message>
    <message>
        <source>The disk does not answer: wait a moment and try again.</source>
        <translation>Die Platte antwortet nicht: kurz warten, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The history cannot be read: ask the staff to put in another card.</source>
        <translation>Der Verlauf ist nicht lesbar: Bitte das Team um eine andere Karte.</translation>
    </message>
    <message>
        <source>This workout cannot be read: part of it is missing on the disk.</source>
        <translation>Dieses Training ist nicht lesbar: Auf der Platte fehlt ein Teil.</translation>
    </message>
    <message>
        <source>The disk is full: ask the staff to free some.</source>
        <translation>Die Platte ist voll: Bitte das Team, Platz zu schaffen.</translation>
    </message>
    <message>
        <source>No effort</source>
        <translation>Keine Anstrengung</translation>
    </message>
    <message>
        <source>No grade</source>
        <translation>Keine Steigung</translation>
    </message>
    <message>
        <source>No speed</source>
        <translation>Kein Tempo</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>Auflösen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>No zone</source>
        <translation>Keine Zone</translation>
    </message>
    <message>
        <source>Z{zone}</source>
        <translation>Z{zone}</translation>
    </message>
    <message>
        <source>Its groups change places: that is changed in its file, not here.</source>
        <translation>Die Gruppen wechseln die Plätze: Das ändert man in der Datei, nicht hier.</translation>
    </message>
    <message>
        <source>A fitness test counts only as it is written: it is not changed here.</source>
        <translation>Ein Fitnesstest zählt nur, wie er ist: Er wird hier nicht geändert.</translation>
    </message>
    <message>
        <source>{problem}.</source>
        <translation>{problem}.</translation>
    </message>
    <message>
        <source>A workout has at least one step: change this one instead.</source>
        <translation>Ein Training hat mindestens eine Stufe: Ändere lieber diese.</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Steigung</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>It could not be asked for ({why}).</source>
        <translation>Es ließ sich nicht anfordern ({why}).</translation>
    </message>
    <message>
        <source>The machine cannot be looked at: start the kiosk again.</source>
        <translation>Das Gerät lässt sich nicht ansehen: Starte den Kiosk neu.</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>It could not be written because of a fault in the program.</source>
        <translation>Wegen eines Programmfehlers ließ es sich nicht schreiben.</translation>
    </message>
    <message>
        <source>No stick is in: put one in and try again.</source>
        <translation>Kein Stick steckt: Steck einen ein und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Found under</source>
        <translation>Zu finden bei</translation>
    </message>
    <message>
        <source>Everybody gets their own beats for it.</source>
        <translation>Alle bekommen dafür ihre eigenen Schläge.</translation>
    </message>
    <message>
        <source>Of ten: 3 is easy, 9 is nearly all.</source>
        <translation>Von zehn: 3 ist leicht, 9 fast alles.</translation>
    </message>
    <message>
        <source>Below 0 it goes downhill.</source>
        <translation>Unter 0 geht es bergab.</translation>
    </message>
    <message>
        <source>Move steps into it, or out of it, by “Up” and “Down”.</source>
        <translation>Mit „Hoch“ und „Runter“ kommen Stufen hinein oder heraus.</translation>
    </message>
    <message>
        <source>Where people look for it, and what it counts as in the week.</source>
        <translation>Wo man es sucht, und als was es in der Woche zählt.</translation>
    </message>
    <message>
        <source>It does not end with a cool-down: add one as the last step.</source>
        <translation>Es endet nicht mit einem Abwärmen: Füg eines als letzte Stufe an.</translation>
    </message>
    <message>
        <source>“{step}” goes downhill: give it an effort.</source>
        <translation>„{step}“ geht bergab: Gib eine Anstrengung an.</translation>
    </message>
    <message>
        <source>“{step}” has a distance but no speed: a class cannot run it together.</source>
        <translation>„{step}“ hat eine Strecke, aber kein Tempo: Ein Kurs kann das nicht gemeinsam laufen.</translation>
    </message>
    <message>
        <source>Another workout is called so: choose another name.</source>
        <translation>So heißt schon ein anderes Training: Wähl einen anderen Namen.</translation>
    </message>
    <message>
        <source>What is the workout called?</source>
        <translation>Wie heißt das Training?</translation>
    </message>
    <message>
        <source>What is the step called?</source>
        <translation>Wie heißt die Stufe?</translation>
    </message>
    <message>
        <source>It has no length: touch “Time” or “Distance” first.</source>
        <translation>Ohne Länge: Tippe zuerst auf „Zeit“ oder „Strecke“.</translation>
    </message>
    <message>
        <source>Downhill there is no heart-rate target: choose an effort.</source>
        <translation>Bergab gibt es kein Pulsziel: Wähl eine Anstrengung.</translation>
    </message>
    <message>
        <source>Choose a zone first.</source>
        <translation>Wähl zuerst eine Zone.</translation>
    </message>
    <message>
        <source>Downhill there is no heart-rate target: touch “No zone” first.</source>
        <translation>Bergab gibt es kein Pulsziel: Tippe zuerst auf „Keine Zone“.</translation>
    </message>
    <message>
        <source>A range of grades cannot go from down to up: make two steps of it.</source>
        <translation>Eine Steigung kann nicht von bergab nach bergauf reichen: Mach zwei Stufen daraus.</translation>
    </message>
    <message>
        <source>It goes by everybody’s marathon pace: touch “No speed” first.</source>
        <translation>Es gilt das eigene Marathontempo: Tippe zuerst auf „Kein Tempo“.</translation>
    </message>
    <message>
        <source>That is as far as it goes.</source>
        <translation>Weiter geht es nicht.</translation>
    </message>
    <message>
        <source>New workout</source>
        <translation>Neues Training</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>„{name}“ löschen?</translation>
    </message>
    <message>
        <source>Its file is gone then. What has been trained by it stays recorded.</source>
        <translation>Die Datei ist dann weg. Was danach trainiert wurde, bleibt aufgezeichnet.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Another workout is called so: give it another name.</source>
        <translation>So heißt schon ein anderes Training: Wähl einen anderen Namen.</translation>
    </message>
    <message>
        <source>This was not saved yet: go on, or go back to leave it.</source>
        <translation>Das ist noch nicht gespeichert: Mach weiter, oder geh zurück und lass es.</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (Kopie)</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Gehen, ohne zu speichern?</translation>
    </message>
    <message>
        <source>What has been changed since it was last saved is lost then.</source>
        <translation>Was seit dem letzten Speichern geändert wurde, ist dann verloren.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Saved: it is among the workouts now.</source>
        <translation>Gespeichert: Es steht jetzt bei den Trainings.</translation>
    </message>
    <message>
        <source>“{name}” is deleted.</source>
        <translation>„{name}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>In the demonstration workouts cannot be changed.</source>
        <translation>In der Vorführung lassen sich Trainings nicht ändern.</translation>
    </message>
    <message>
        <source>our own</source>
        <translation>unsere eigenen</translation>
    </message>
    <message>
        <source>comes with the kiosk</source>
        <translation>vom Kiosk</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht brauchbar</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>End it for all {count}?</source>
        <translation>Für alle {count} beenden?</translation>
    </message>
    <message>
        <source>What has been recorded is kept; nobody can go on with it.</source>
        <translation>Was aufgezeichnet wurde, bleibt; niemand kann damit weitermachen.</translation>
    </message>
    <message>
        <source>Only for {name}</source>
        <translation>Nur für {name}</translation>
    </message>
    <message>
        <source>Put on your strap or hold your tag to the reader. Neither here? Ask a coach.</source>
        <translation>Leg deinen Gurt an oder halt deinen Tag an den Leser. Beides nicht da? Frag einen Coach.</translation>
    </message>
    <message>
        <source>There is no history in {folder} yet.</source>
        <translation>In {folder} gibt es noch keinen Verlauf.</translation>
    </message>
    <message>
        <source>No backup could be made: {why}</source>
        <translation>Es konnte nicht gesichert werden: {why}</translation>
    </message>
    <message>
        <source>No backup could be cleaned: {why}</source>
        <translation>Eine Sicherung konnte nicht bereinigt werden: {why}</translation>
    </message>
    <message>
        <source>The disk is full: training goes on and is kept in memory. Have somebody make room on the disk before the kiosk is turned off.</source>
        <translation>Der Speicher ist voll: das Training läuft weiter und wird im Arbeitsspeicher gehalten. Lass Platz schaffen, bevor das Gerät ausgeschaltet wird.</translation>
    </message>
    <message>
        <source>The disk is {percent} % full. Weeks of training that still fit: {weeks}, of new backups: {fewer}. Have somebody make room on it, or put in a larger one.</source>
        <translation>Der Speicher ist zu {percent} % voll. Wochen Training, die noch passen: {weeks}, neue Sicherungen: {fewer}. Lass Platz schaffen oder einen größeren einsetzen.</translation>
    </message>
    <message>
        <source>The disk is {percent} % full: have somebody make room on it, or put in a larger one.</source>
        <translation>Der Speicher ist zu {percent} % voll: lass Platz schaffen oder einen größeren einsetzen.</translation>
    </message>
    <message>
        <source>The history on the disk is damaged: start the kiosk again once nobody trains, and it is put right from the newest backup.</source>
        <translation>Der Verlauf auf dem Speicher ist beschädigt: starte das Gerät neu, sobald niemand trainiert; er wird dann aus der neuesten Sicherung hergestellt.</translation>
    </message>
    <message>
        <source>There is no room for a backup in {folder}: it needs {needed} MB and {free} MB are free. Make room there.</source>
        <translation>In {folder} ist kein Platz für eine Sicherung: sie braucht {needed} MB, frei sind {free} MB. Schaffe dort Platz.</translation>
    </message>
    <message>
        <source>{history} has no schema that can be read.</source>
        <translation>{history} hat kein lesbares Schema.</translation>
    </message>
    <message>
        <source>The history on the disk was damaged and there was no backup: what could still be read is in a new one, and the damaged one is kept in {folder}. Have the card or disk replaced.</source>
        <translation>Der Verlauf auf dem Speicher war beschädigt und es gab keine Sicherung: was noch lesbar war, steht in einem neuen, der beschädigte liegt in {folder}. Lass die Karte oder den Speicher ersetzen.</translation>
    </message>
    <message>
        <source>The history on the disk was damaged: the backup of {day} has been restored, what could still be read has been added to it, and the damaged one is kept in {folder}. Have the card or disk replaced.</source>
        <translation>Der Verlauf auf dem Speicher war beschädigt: die Sicherung vom {day} ist eingespielt und um alles noch Lesbare ergänzt, der beschädigte liegt in {folder}. Lass die Karte oder den Speicher ersetzen.</translation>
    </message>
    <message>
        <source>{history} is damaged and cannot be put right ({strerror}): make room on the disk and start again.</source>
        <translation>{history} ist beschädigt und lässt sich nicht herstellen ({strerror}): schaffe Platz auf dem Speicher und starte neu.</translation>
    </message>
    <message>
        <source>{file} is not there: `switchback backups` lists what is.</source>
        <translation>{file} gibt es nicht: „switchback backups“ zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>{file} is the history itself: name a backup.</source>
        <translation>{file} ist der Verlauf selbst: nenne eine Sicherung.</translation>
    </message>
    <message>
        <source>{file} cannot be restored ({strerror}): make room in {data} and try again.</source>
        <translation>{file} lässt sich nicht einspielen ({strerror}): schaffe Platz in {data} und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{file} is not a good history ({verdict}): choose another backup; `switchback backups` lists them.</source>
        <translation>{file} ist kein heiler Verlauf ({verdict}): wähle eine andere Sicherung; „switchback backups“ zeigt sie.</translation>
    </message>
    <message>
        <source>{file} is empty: choose another backup.</source>
        <translation>{file} ist leer: wähle eine andere Sicherung.</translation>
    </message>
    <message>
        <source>{copy} cannot be rewritten ({error}).</source>
        <translation>{copy} lässt sich nicht neu schreiben ({error}).</translation>
    </message>
    <message>
        <source>{name} is one entry already.</source>
        <translation>{name} ist schon ein einziger Eintrag.</translation>
    </message>
    <message>
        <source>{name} is still in a session that has not ended: end it first, then merge.</source>
        <translation>{name} ist noch in einer Einheit, die nicht beendet ist: beende sie zuerst.</translation>
    </message>
    <message>
        <source>{name} would have more than {count} straps or foot pods: take one off first.</source>
        <translation>{name} hätte mehr als {count} Gurte oder Laufsensoren: nimm zuerst einen weg.</translation>
    </message>
    <message>
        <source>{one} and {other} trained side by side in session {session}: they are two.</source>
        <translation>{one} und {other} haben in Einheit {session} nebeneinander trainiert: es sind zwei.</translation>
    </message>
    <message>
        <source>The second display cannot be drawn: unplug it and plug it in again. If it stays dark, install the program again.</source>
        <translation>Der zweite Bildschirm lässt sich nicht zeichnen: zieh ihn ab und steck ihn wieder an. Bleibt er dunkel, installiere das Programm neu.</translation>
    </message>
    <message>
        <source>The stick is write-protected: slide its switch, or take another one.</source>
        <translation>Der Stick ist schreibgeschützt: Schieb seinen Schalter um oder nimm einen anderen.</translation>
    </message>
    <message>
        <source>The stick is locked with a password: take one without.</source>
        <translation>Der Stick ist mit einem Passwort gesperrt: Nimm einen ohne.</translation>
    </message>
    <message>
        <source>The stick has no partition that can be read: format it as exFAT or FAT32 on a laptop. That deletes everything on it.</source>
        <translation>Der Stick hat keine lesbare Partition: Formatier ihn am Laptop als exFAT oder FAT32. Das löscht alles darauf.</translation>
    </message>
    <message>
        <source>The stick is not formatted: format it as exFAT or FAT32 on a laptop. That deletes everything on it.</source>
        <translation>Der Stick ist nicht formatiert: Formatier ihn am Laptop als exFAT oder FAT32. Das löscht alles darauf.</translation>
    </message>
    <message>
        <source>USB sticks are not noticed here, because D-Bus does not run: run `sudo apt install dbus udisks2`, then restart.</source>
        <translation>USB-Sticks werden hier nicht bemerkt, weil D-Bus nicht läuft: `sudo apt install dbus udisks2` ausführen, dann neu starten.</translation>
    </message>
    <message>
        <source>USB sticks are not noticed here, because UDisks2 is missing: run `sudo apt install udisks2`.</source>
        <translation>USB-Sticks werden hier nicht bemerkt, weil UDisks2 fehlt: `sudo apt install udisks2` ausführen.</translation>
    </message>
    <message>
        <source>Two sticks are in: pull one of them.</source>
        <translation>Zwei Sticks stecken: Zieh einen davon ab.</translation>
    </message>
    <message>
        <source>The stick belongs to another computer&apos;s user: take one that is formatted as exFAT or FAT32.</source>
        <translation>Der Stick gehört dem Benutzer eines anderen Rechners: Nimm einen, der als exFAT oder FAT32 formatiert ist.</translation>
    </message>
    <message>
        <source>Pull the stick and put it in again: then more can be written to it.</source>
        <translation>Zieh den Stick ab und steck ihn wieder ein: Dann geht wieder etwas darauf.</translation>
    </message>
    <message>
        <source>This stick is slow: a newer one saves minutes.</source>
        <translation>Dieser Stick ist langsam: Ein neuerer spart Minuten.</translation>
    </message>
    <message>
        <source>The kiosk ends: export again later.</source>
        <translation>Der Kiosk wird beendet: Exportier später noch einmal.</translation>
    </message>
    <message>
        <source>The stick can only be read: look for a switch on it, or take another one.</source>
        <translation>Der Stick lässt sich nur lesen: Such einen Schalter daran oder nimm einen anderen.</translation>
    </message>
    <message>
        <source>The kiosk may not open sticks yet: copy systemd/50-switchback-sticks.rules to /etc/polkit-1/rules.d/.</source>
        <translation>Der Kiosk darf Sticks noch nicht öffnen: Kopier systemd/50-switchback-sticks.rules nach /etc/polkit-1/rules.d/.</translation>
    </message>
    <message>
        <source>Something still reads the stick: wait until it has ended, then try again.</source>
        <translation>Etwas liest noch vom Stick: Warte, bis es fertig ist, und versuch es dann noch einmal.</translation>
    </message>
    <message>
        <source>The stick cannot be opened: look at it with a laptop, or take one that is formatted as exFAT or FAT32.</source>
        <translation>Der Stick lässt sich nicht öffnen: Sieh am Laptop nach oder nimm einen, der als exFAT oder FAT32 formatiert ist.</translation>
    </message>
    <message>
        <source>{source} has no recorded points with a time; export it again from where it came from.</source>
        <translation>{source} hat keine aufgezeichneten Punkte mit Zeit; exportier sie dort neu, wo sie herkommt.</translation>
    </message>
    <message>
        <source>{source} is longer than a day, or its clock was set while it ran; cut it to the one activity and export it again.</source>
        <translation>{source} ist länger als ein Tag, oder die Uhr wurde dabei gestellt; kürz sie auf die eine Aktivität und exportier sie neu.</translation>
    </message>
    <message>
        <source>{source} is shorter than a minute; choose the file of the whole activity.</source>
        <translation>{source} ist kürzer als eine Minute; wähl die Datei der ganzen Aktivität.</translation>
    </message>
    <message>
        <source>{source} has more than {count} points; cut it to one activity and export it again.</source>
        <translation>{source} hat mehr als {count} Punkte; kürz sie auf eine Aktivität und exportier sie neu.</translation>
    </message>
    <message>
        <source>{source} is damaged, or no FIT or TCX file; export it again from where it came from.</source>
        <translation>{source} ist beschädigt oder keine FIT- oder TCX-Datei; exportier sie dort neu, wo sie herkommt.</translation>
    </message>
    <message>
        <source>{source} holds more than one activity; export each into a file of its own.</source>
        <translation>{source} enthält mehr als eine Aktivität; exportier jede in eine eigene Datei.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({strerror}); look at the stick and choose the file again.</source>
        <translation>{path} lässt sich nicht lesen ({strerror}); sieh auf dem Stick nach und wähl die Datei noch einmal.</translation>
    </message>
    <message>
        <source>{source} is larger than any activity of a day; check that this is the right file.</source>
        <translation>{source} ist größer als jede Aktivität eines Tages; prüf, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>{source} is a FIT file, but no recorded activity; choose the file of an activity.</source>
        <translation>{source} ist eine FIT-Datei, aber keine aufgezeichnete Aktivität; wähl die Datei einer Aktivität.</translation>
    </message>
    <message>
        <source>{source} is no recorded activity; choose a FIT or TCX file of an activity.</source>
        <translation>{source} ist keine aufgezeichnete Aktivität; wähl die FIT- oder TCX-Datei einer Aktivität.</translation>
    </message>
    <message>
        <source>{source} declares things of its own, which no watch does; export it again from where it came from.</source>
        <translation>{source} deklariert eigene Dinge, was keine Uhr tut; exportier sie dort neu, wo sie herkommt.</translation>
    </message>
    <message>
        <source>Hill homework</source>
        <translation>Berg-Hausaufgabe</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>When not to</source>
        <translation>Wann nicht</translation>
    </message>
    <message>
        <source>{source} lies in the future; set the watch&apos;s clock, or this kiosk&apos;s, first.</source>
        <translation>{source} liegt in der Zukunft; stell zuerst die Uhrzeit der Uhr oder dieses Kiosks.</translation>
    </message>
    <message>
        <source>The sessions are on the stick, but the backup is not: the next export makes one.</source>
        <translation>Die Einheiten sind auf dem Stick, die Sicherung nicht: Der nächste Export macht eine.</translation>
    </message>
    <message>
        <source>The stick has {free} MB free, and these sessions may need {needed} MB: delete something from it on a laptop, or choose fewer.</source>
        <translation>Auf dem Stick sind {free} MB frei, diese Einheiten brauchen vielleicht {needed} MB: Lösch am Laptop etwas davon oder wähl weniger.</translation>
    </message>
    <message>
        <source>The kiosk’s own disk has {free} MB free, and these sessions may need {needed} MB: put in a stick, or choose fewer.</source>
        <translation>Im Gerät sind {free} MB frei, diese Einheiten brauchen vielleicht {needed} MB: Steck einen Stick ein oder wähl weniger.</translation>
    </message>
    <message>
        <source>The sessions are on the stick, but for the backup it has too little room: delete something from it on a laptop.</source>
        <translation>Die Einheiten sind auf dem Stick, aber für die Sicherung ist zu wenig Platz: Lösch am Laptop etwas davon.</translation>
    </message>
    <message>
        <source>{name} has no hill homework that was given in the {days} days before {day}: give it first, or choose the right person.</source>
        <translation>{name} hat aus den {days} Tagen vor {day} keine Berg-Hausaufgabe: Gib sie zuerst auf oder wähl die richtige Person.</translation>
    </message>
    <message>
        <source>{name} was given {names} on {day}: say which of them this is.</source>
        <translation>{name} hat am {day} {names} aufbekommen: Sag, welches davon das ist.</translation>
    </message>
    <message>
        <source>This activity has been taken before, as {workout} on {day}: nothing is counted twice.</source>
        <translation>Diese Aktivität wurde schon übernommen, als {workout} am {day}: Nichts zählt doppelt.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be a name: type it again, in up to {most} characters.</source>
        <translation>„{name}“ kann kein Name sein: Tipp ihn neu, mit höchstens {most} Zeichen.</translation>
    </message>
    <message>
        <source>The {column} cannot be &quot;{cell}&quot;: write a number, or &quot;none&quot; to take it back.</source>
        <translation>{column}: „{cell}“ geht nicht. Schreib eine Zahl, oder „none“, um den Wert zu löschen.</translation>
    </message>
    <message>
        <source>The {column} cannot be &quot;{cell}&quot;: write a whole number.</source>
        <translation>{column}: „{cell}“ geht nicht. Schreib eine ganze Zahl.</translation>
    </message>
    <message>
        <source>&quot;{cell}&quot; is no day: write it like 2026-05-31.</source>
        <translation>„{cell}“ ist kein Tag: Schreib ihn wie 2026-05-31.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read: plug the stick in once more, then try again.</source>
        <translation>Der Ordner {folder} lässt sich nicht lesen: Steck den Stick neu ein und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>The stick cannot be read to its end: plug it in once more, then try again.</source>
        <translation>Der Stick lässt sich nicht zu Ende lesen: Steck ihn neu ein und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>There are more than {most} files to take over: bring fewer at a time.</source>
        <translation>Es sind mehr als {most} Dateien: Bring weniger auf einmal.</translation>
    </message>
    <message>
        <source>The files together are too large: bring fewer of them at a time.</source>
        <translation>Die Dateien sind zusammen zu groß: Bring weniger auf einmal.</translation>
    </message>
    <message>
        <source>It cannot be read: copy it onto the stick once more, or try another stick.</source>
        <translation>Sie lässt sich nicht lesen: Kopier sie noch einmal auf den Stick oder nimm einen anderen.</translation>
    </message>
    <message>
        <source>It is only a link to somewhere else: put the file itself onto the stick.</source>
        <translation>Das ist nur ein Verweis: Leg die Datei selbst auf den Stick.</translation>
    </message>
    <message>
        <source>It is no file: put a file of that name onto the stick.</source>
        <translation>Das ist keine Datei: Leg eine Datei dieses Namens auf den Stick.</translation>
    </message>
    <message>
        <source>It is larger than {limit} kB: check that it is the right file.</source>
        <translation>Sie ist größer als {limit} kB: Prüf, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>It is larger than {limit} MB: check that it is the right file.</source>
        <translation>Sie ist größer als {limit} MB: Prüf, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>Row {line}</source>
        <translation>Zeile {line}</translation>
    </message>
    <message>
        <source>Rows of days that are over are passed over: {count}.</source>
        <translation>Zeilen vergangener Tage übergangen: {count}.</translation>
    </message>
    <message>
        <source>{day} is years away: correct the date.</source>
        <translation>{day} ist Jahre entfernt: Berichtige das Datum.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not on the roster: add them there first.</source>
        <translation>„{name}“ steht nicht in der Liste: zuerst dort hinzufügen.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not on the roster: did you mean {alike}?</source>
        <translation>„{name}“ steht nicht in der Liste: Meinst du {alike}?</translation>
    </message>
    <message>
        <source>Several workouts are called &quot;{workout}&quot;: write the id instead, {ids}.</source>
        <translation>Mehrere Trainings heißen „{workout}“: Schreib stattdessen die Kennung, {ids}.</translation>
    </message>
    <message>
        <source>did you mean &quot;{name}&quot;?</source>
        <translation>meinst du „{name}“?</translation>
    </message>
    <message>
        <source>look at its name.</source>
        <translation>sieh nach, wie es heißt.</translation>
    </message>
    <message>
        <source>There is no workout &quot;{workout}&quot;; {hint} Free words go into the note.</source>
        <translation>Ein Training „{workout}“ gibt es nicht; {hint} Freier Text gehört in die Spalte „note“.</translation>
    </message>
    <message>
        <source>days planned: {count}</source>
        <translation>Tage geplant: {count}</translation>
    </message>
    <message>
        <source>days changed: {count}</source>
        <translation>Tage geändert: {count}</translation>
    </message>
    <message>
        <source>days cleared: {count}</source>
        <translation>Tage geleert: {count}</translation>
    </message>
    <message>
        <source>So many files lie there that some were not looked at: tidy the stick up.</source>
        <translation>Da liegen so viele Dateien, dass nicht alle angesehen wurden: Räum den Stick auf.</translation>
    </message>
    <message>
        <source>A ceiling is changed only by a coach who has signed in at the kiosk: import it there, or leave the cell empty.</source>
        <translation>Eine Obergrenze ändert nur ein Coach, der am Kiosk angemeldet ist: Importier sie dort oder lass die Zelle leer.</translation>
    </message>
    <message>
        <source>There are several rows about {name}: keep one of them.</source>
        <translation>Zu {name} gibt es mehrere Zeilen: Behalt eine davon.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Number {number} is not on the roster any more: clear the number to add {name} as somebody new.</source>
        <translation>Nummer {number} steht nicht mehr in der Liste: Lösch die Nummer, um {name} neu hinzuzufügen.</translation>
    </message>
    <message>
        <source>Number {number} is {other} here, not {name}: correct the number, or write the name as it was and another one into a column &quot;new name&quot;.</source>
        <translation>Nummer {number} ist hier {other}, nicht {name}: Berichtige die Nummer, oder schreib den Namen wie vorher und den anderen in eine Spalte „new name“.</translation>
    </message>
    <message>
        <source>{name} is on the roster already: choose another name, for example with an initial.</source>
        <translation>{name} steht schon in der Liste: Wähl einen anderen Namen, etwa mit Anfangsbuchstaben.</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Strap {strap} belongs to {owner}: check the number, or share it with them at the kiosk.</source>
        <translation>Gurt {strap} gehört {owner}: Prüf die Nummer oder teilt ihn euch am Kiosk.</translation>
    </message>
    <message>
        <source>Strap {strap} is number {number} of the club&apos;s own: leave it out, and borrow it from the shelf.</source>
        <translation>Gurt {strap} ist Vereinsgurt Nummer {number}: Lass ihn hier weg und leih ihn am Regal.</translation>
    </message>
    <message>
        <source>The zone model follows from what is known: it is &quot;{model}&quot; then. For &quot;reserve&quot; give maximum and resting heart rate, for &quot;threshold&quot; a threshold, for &quot;custom&quot; zone edges.</source>
        <translation>Das Zonenmodell folgt aus dem, was bekannt ist: Dann ist es „{model}“. Für „reserve“ gib Maximal- und Ruhepuls an, für „threshold“ eine Schwelle, für „custom“ Zonengrenzen.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>It is empty: save it once more, with a row of headings.</source>
        <translation>Sie ist leer: Speicher sie noch einmal, mit einer Zeile Überschriften.</translation>
    </message>
    <message>
        <source>{file}: columns that are not known are passed over: {names}.</source>
        <translation>{file}: unbekannte Spalten übergangen: {names}.</translation>
    </message>
    <message>
        <source>{file} is no UTF-8 and was read as western European: if letters of a name are wrong, save it as &quot;CSV UTF-8&quot;.</source>
        <translation>{file} ist kein UTF-8 und wurde als westeuropäisch gelesen: Sind Buchstaben eines Namens falsch, speicher sie als „CSV UTF-8“.</translation>
    </message>
    <message>
        <source>It is no text that can be read: save it as &quot;CSV UTF-8&quot;.</source>
        <translation>Das ist kein lesbarer Text: Speicher sie als „CSV UTF-8“.</translation>
    </message>
    <message>
        <source>It has more than {most} rows: bring fewer at a time.</source>
        <translation>Sie hat mehr als {most} Zeilen: Bring weniger auf einmal.</translation>
    </message>
    <message>
        <source>Line {line}: a cell does not end, or a quotation mark stands where none may be: correct it, or save the file with a spreadsheet.</source>
        <translation>Zeile {line}: Eine Zelle endet nicht, oder ein Anführungszeichen steht falsch: Berichtige es oder speicher die Datei mit einer Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>It has more than {most} columns: delete what is not needed.</source>
        <translation>Sie hat mehr als {most} Spalten: Lösch, was nicht nötig ist.</translation>
    </message>
    <message>
        <source>There is no column &quot;{needed}&quot;: the first row must hold the headings, as in the file that the kiosk writes.</source>
        <translation>Es gibt keine Spalte „{needed}“: In der ersten Zeile müssen die Überschriften stehen, wie in der Datei, die der Kiosk schreibt.</translation>
    </message>
    <message>
        <source>The column &quot;{column}&quot; is there twice: keep one of them.</source>
        <translation>Die Spalte „{column}“ gibt es zweimal: Behalt eine davon.</translation>
    </message>
    <message>
        <source>The row has more cells than there are headings: look for a comma too many.</source>
        <translation>Die Zeile hat mehr Zellen als Überschriften: Such ein Komma zu viel.</translation>
    </message>
    <message>
        <source>A cell is longer than {most} characters: shorten it.</source>
        <translation>Eine Zelle ist länger als {most} Zeichen: Kürz sie.</translation>
    </message>
    <message>
        <source>{name} is not on the roster: take them over too.</source>
        <translation>{name} steht nicht in der Liste: auch übernehmen.</translation>
    </message>
    <message>
        <source>The workout &quot;{workout}&quot; is not there: take it over too.</source>
        <translation>Das Training „{workout}“ ist nicht da: Übernimm es auch.</translation>
    </message>
    <message>
        <source>{workout} of {name} has been brought back already: look at the stick once more.</source>
        <translation>{workout} von {name} ist schon zurückgebracht: Sieh den Stick noch einmal an.</translation>
    </message>
    <message>
        <source>{name} has been changed meanwhile: look at the stick once more.</source>
        <translation>{name} wurde inzwischen geändert: Sieh noch einmal auf den Stick.</translation>
    </message>
    <message>
        <source>The stick was pulled too early: put it in again, then export again. It goes on where it stopped.</source>
        <translation>Der Stick wurde zu früh abgezogen: Steck ihn wieder ein und exportier noch einmal. Es geht da weiter, wo es aufhörte.</translation>
    </message>
    <message>
        <source>The stick is full: delete something from it on a laptop.</source>
        <translation>Der Stick ist voll: Lösch am Laptop etwas davon.</translation>
    </message>
    <message>
        <source>Not on ice or wet leaves, in the dark or in traffic; not with sore legs, a painful knee or a fever. A sharp pain, or dizziness: stop, and walk home.</source>
        <translation>Nicht auf Eis oder nassem Laub, im Dunkeln oder im Verkehr; nicht mit Muskelkater, schmerzendem Knie oder Fieber. Stechender Schmerz oder Schwindel: Hör auf und geh langsam heim.</translation>
    </message>
    <message>
        <source>Record it with a watch and bring the FIT or TCX file by {day}: it counts here.</source>
        <translation>Zeichne es mit einer Uhr auf und bring die FIT- oder TCX-Datei bis {day}: Es zählt hier.</translation>
    </message>
    <message>
        <source>Bring the FIT or TCX file by {day}</source>
        <translation>Bring die FIT- oder TCX-Datei bis {day}</translation>
    </message>
    <message>
        <source>A hill that falls {grade} for {way} or more: even ground, good grip, no traffic.</source>
        <translation>Ein Berg mit {grade} Gefälle auf {way} oder mehr: ebener Boden, guter Halt, kein Verkehr.</translation>
    </message>
    <message>
        <source>A hill that falls {grade}, long enough to run down for {time}: even ground, good grip, no traffic.</source>
        <translation>Ein Berg mit {grade} Gefälle, lang genug für {time} bergab: ebener Boden, guter Halt, kein Verkehr.</translation>
    </message>
    <message>
        <source>{grade} %</source>
        <translation>{grade} %</translation>
    </message>
    <message>
        <source>{flat} to {steep} %</source>
        <translation>{flat} bis {steep} %</translation>
    </message>
    <message>
        <source>{effort}: how it feels leads, not the pulse.</source>
        <translation>{effort}: Das Gefühl führt, nicht der Puls.</translation>
    </message>
    <message>
        <source>{stay} all the same.</source>
        <translation>Trotzdem: {stay}.</translation>
    </message>
    <message>
        <source>{cadence}: lean with the slope, land softly, never on a straight knee.</source>
        <translation>{cadence}: Lehn dich mit dem Hang, lande weich, nie auf gestrecktem Knie.</translation>
    </message>
    <message>
        <source>Walk back up, and go down again only when you breathe easily.</source>
        <translation>Geh wieder hoch, und erst wieder runter, wenn du ruhig atmest.</translation>
    </message>
    <message>
        <source>Effort downhill {low} to {high} of 10</source>
        <translation>Anstrengung bergab {low} bis {high} von 10</translation>
    </message>
    <message>
        <source>{low} to {high} quick steps a minute</source>
        <translation>{low} bis {high} schnelle Schritte pro Minute</translation>
    </message>
    <message>
        <source>Stay below {bpm} bpm</source>
        <translation>Bleib unter {bpm} bpm</translation>
    </message>
    <message>
        <source>{times} times: {steps}</source>
        <translation>{times}-mal: {steps}</translation>
    </message>
    <message>
        <source>{step} {dose}</source>
        <translation>{step} {dose}</translation>
    </message>
    <message>
        <source>{step} {dose} at {grade} %</source>
        <translation>{step} {dose} bei {grade} %</translation>
    </message>
    <message>
        <source>{step} {dose} at {grade} % down</source>
        <translation>{step} {dose} bei {grade} % bergab</translation>
    </message>
    <message>
        <source>{way}</source>
        <translation>{way}</translation>
    </message>
    <message>
        <source>until you are ready</source>
        <translation>nach Bedarf</translation>
    </message>
    <message>
        <source>The workout for your watch goes onto your coach&apos;s stick with the next export.</source>
        <translation>Das Training für deine Uhr kommt mit dem nächsten Export auf den Stick deines Coachs.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Nicht</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Which is it?</source>
        <translation>Welche ist es?</translation>
    </message>
    <message>
        <source>Take over ({count})</source>
        <translation>Übernehmen ({count})</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>nicht übernommen</translation>
    </message>
    <message>
        <source>to choose</source>
        <translation>zu wählen</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>nichts Neues</translation>
    </message>
    <message>
        <source>{name}’s homework</source>
        <translation>Hausaufgabe von {name}</translation>
    </message>
    <message>
        <source>{name}’s week</source>
        <translation>Woche von {name}</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, Zeile {line}</translation>
    </message>
    <message>
        <source>Taking over …</source>
        <translation>Wird übernommen …</translation>
    </message>
    <message>
        <source>New: {count}</source>
        <translation>Neu: {count}</translation>
    </message>
    <message>
        <source>Changed: {count}</source>
        <translation>Geändert: {count}</translation>
    </message>
    <message>
        <source>To choose: {count}</source>
        <translation>Zu wählen: {count}</translation>
    </message>
    <message>
        <source>Not taken: {count}</source>
        <translation>Nicht übernommen: {count}</translation>
    </message>
    <message>
        <source>As it was: {count}</source>
        <translation>Unverändert: {count}</translation>
    </message>
    <message>
        <source>With taking over you say that whoever is new agrees to be recorded.</source>
        <translation>Mit dem Übernehmen sagst du: Wer neu ist, ist mit der Aufzeichnung einverstanden.</translation>
    </message>
    <message>
        <source>Taken over: {done}. Not taken: {count}, see above.</source>
        <translation>Übernommen: {done}. Nicht übernommen: {count}, siehe oben.</translation>
    </message>
    <message>
        <source>Nothing can be taken over here</source>
        <translation>Hier lässt sich nichts übernehmen</translation>
    </message>
    <message>
        <source>This is the demonstration.</source>
        <translation>Das ist die Vorführung.</translation>
    </message>
    <message>
        <source>Taken over: {done}. The stick is not needed any more.</source>
        <translation>Übernommen: {done}. Der Stick wird nicht mehr gebraucht.</translation>
    </message>
    <message>
        <source>That is not done</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>Everything is taken over</source>
        <translation>Alles ist übernommen</translation>
    </message>
    <message>
        <source>Looking at the stick …</source>
        <translation>Der Stick wird angesehen …</translation>
    </message>
    <message>
        <source>There is nothing to look at</source>
        <translation>Es gibt nichts anzusehen</translation>
    </message>
    <message>
        <source>On the stick, or in its folder “Switchback”, the kiosk looks for roster.csv, plan.csv, workouts (.fit, .toml) and activities done as homework (.fit, .tcx).</source>
        <translation>Auf dem Stick oder in seinem Ordner „Switchback“ sucht der Kiosk nach roster.csv, plan.csv, Trainings (.fit, .toml) und Aktivitäten als Hausaufgabe (.fit, .tcx).</translation>
    </message>
    <message>
        <source>Nothing for the kiosk on the stick</source>
        <translation>Nichts für den Kiosk auf dem Stick</translation>
    </message>
    <message>
        <source>Everything on the stick is as the kiosk knows it.</source>
        <translation>Alles auf dem Stick ist so, wie der Kiosk es kennt.</translation>
    </message>
    <message>
        <source>a word for {count}</source>
        <translation>ein Wort für {count}</translation>
    </message>
    <message>
        <source>climbed together</source>
        <translation>gemeinsam gestiegen</translation>
    </message>
    <message>
        <source>Heart rate over the band</source>
        <translation>Puls und Zielbereich</translation>
    </message>
    <message>
        <source>Mean / highest bpm</source>
        <translation>bpm Mittel / höchste</translation>
    </message>
    <message>
        <source>Climbed</source>
        <translation>Gestiegen</translation>
    </message>
    <message>
        <source>A word, because</source>
        <translation>Ein Wort, weil</translation>
    </message>
    <message>
        <source>Grey: where the heart was wanted. By name, not by rank.</source>
        <translation>Grau: wo das Herz sein sollte. Nach Namen, nicht nach Rang.</translation>
    </message>
    <message>
        <source>Of {count} nobody knows the climb.</source>
        <translation>Von {count} kennt niemand den Anstieg.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Steps of the workout</source>
        <translation>Schritte des Trainings</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>The files are written, but the cable’s drive is not: export again.</source>
        <translation>Die Dateien sind geschrieben, das Laufwerk des Kabels aber nicht: Exportier noch einmal.</translation>
    </message>
    <message>
        <source>The files are written, but the cable’s drive is not, because some of them changed meanwhile: export again.</source>
        <translation>Die Dateien sind geschrieben, das Laufwerk des Kabels aber nicht, weil sich einige inzwischen geändert haben: Exportier noch einmal.</translation>
    </message>
    <message>
        <source>The exports cannot be read for the cable’s drive: have the kiosk looked at.</source>
        <translation>Die Exporte können für das Laufwerk des Kabels nicht gelesen werden: Lasst den Kiosk ansehen.</translation>
    </message>
    <message>
        <source>The files are written, but the cable’s drive is not: the disk has {free} MB free, and it needs {needed} MB. Take old exports away.</source>
        <translation>Die Dateien sind geschrieben, das Laufwerk des Kabels aber nicht: Auf der Platte sind {free} MB frei, und es braucht {needed} MB. Nehmt alte Exporte weg.</translation>
    </message>
    <message>
        <source>This folder is of nobody who is on the roster: put the file beside the folders, then the kiosk asks whose it is.</source>
        <translation>Dieser Ordner gehört niemandem auf der Liste: Leg die Datei neben die Ordner, dann fragt der Kiosk, wem sie gehört.</translation>
    </message>
    <message>
        <source>Nobody has hill homework that was given in the {days} days before {day}: give it first, or take the file off the stick.</source>
        <translation>Niemand hat aus den {days} Tagen vor {day} eine Berg-Hausaufgabe: Gib sie zuerst auf oder nimm die Datei vom Stick.</translation>
    </message>
    <message>
        <source>{name} has no hill homework that was given in the {days} days before {day}: give it first, or take the file off the stick.</source>
        <translation>{name} hat aus den {days} Tagen vor {day} keine Berg-Hausaufgabe: Gib sie zuerst auf oder nimm die Datei vom Stick.</translation>
    </message>
    <message>
        <source>This activity has been taken before, as {workout} of {name} on {day}: nothing is counted twice.</source>
        <translation>Diese Aktivität ist schon übernommen, als {workout} von {name} am {day}: Nichts zählt doppelt.</translation>
    </message>
    <message>
        <source>which homework is it?</source>
        <translation>welche Hausaufgabe ist es?</translation>
    </message>
    <message>
        <source>whose is it?</source>
        <translation>wem gehört sie?</translation>
    </message>
    <message>
        <source>{source} was recorded by a kiosk and counts there already; take it off the stick.</source>
        <translation>{source} hat ein Kiosk aufgezeichnet und zählt dort schon; nimm sie vom Stick.</translation>
    </message>
    <message>
        <source>There are too many activities to look at: leave those of the homework on the stick, and take the others off it.</source>
        <translation>Es sind zu viele Aktivitäten zum Ansehen: Lass die der Hausaufgabe auf dem Stick und nimm die anderen herunter.</translation>
    </message>
    <message>
        <source>{workout} of {day}</source>
        <translation>{workout} vom {day}</translation>
    </message>
    <message>
        <source>done on {day}</source>
        <translation>gemacht am {day}</translation>
    </message>
    <message>
        <source>{height} down</source>
        <translation>{height} bergab</translation>
    </message>
    <message>
        <source>{share} % of the downhill</source>
        <translation>{share} % des Bergabs</translation>
    </message>
    <message>
        <source>The same activity as {file}: it counts once.</source>
        <translation>Dieselbe Aktivität wie {file}: Sie zählt einmal.</translation>
    </message>
    <message>
        <source>There is a fault in the program ({kind} {place}).</source>
        <translation>Im Programm steckt ein Fehler ({kind} {place}).</translation>
    </message>
    <message>
        <source>There is an administrator already: sign in first.</source>
        <translation>Es gibt schon eine Verwaltung: Melde dich zuerst an.</translation>
    </message>
    <message>
        <source>No recovery code was ever made here: whoever set the kiosk up gives the command &apos;sudo switchback pin reset&apos;.</source>
        <translation>Hier gab es nie einen Rettungscode: Wer den Kiosk eingerichtet hat, gibt den Befehl ‚sudo switchback pin reset‘.</translation>
    </message>
    <message>
        <source>Too many wrong recovery codes: wait an hour, then try the right one.</source>
        <translation>Zu viele falsche Rettungscodes: Warte eine Stunde, dann versuch den richtigen.</translation>
    </message>
    <message>
        <source>That is not this kiosk&apos;s recovery code: look at its set-up sheet again.</source>
        <translation>Das ist nicht der Rettungscode dieses Kiosks: Sieh noch einmal auf das Einrichtungsblatt.</translation>
    </message>
    <message>
        <source>Others on this machine may read the club&apos;s data: give the command &apos;sudo chmod -R go= {folder}&apos; and see that it belongs to the kiosk&apos;s user.</source>
        <translation>Andere auf diesem Gerät können die Daten des Vereins lesen: Gib den Befehl ‚sudo chmod -R go= {folder}‘ und prüf, ob er dem Benutzer des Kiosks gehört.</translation>
    </message>
    <message>
        <source>There is no file {name} on the stick: write the recovery code into one.</source>
        <translation>Auf dem Stick ist keine Datei {name}: Schreib den Rettungscode in eine.</translation>
    </message>
    <message>
        <source>In {name} there is no recovery code: write only the {letters} letters and digits of it there, as they stand on the set-up sheet.</source>
        <translation>In {name} steht kein Rettungscode: Schreib nur seine {letters} Buchstaben und Ziffern hinein, wie sie auf dem Einrichtungsblatt stehen.</translation>
    </message>
    <message>
        <source>{file} could not be taken in ({why}): make room on the disk, leave the stick in, and try again.</source>
        <translation>{file} ließ sich nicht übernehmen ({why}): Schaff Platz auf der Platte, lass den Stick stecken und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({why}): leave the stick in, and try again.</source>
        <translation>{file} lässt sich nicht lesen ({why}): Lass den Stick stecken und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>There is no key for releases in {file}: install the kiosk anew; the history stays.</source>
        <translation>In {file} ist kein Schlüssel für Ausgaben: Richte den Kiosk neu ein; der Verlauf bleibt.</translation>
    </message>
    <message>
        <source>{file} is damaged, or was not made by those who made this kiosk&apos;s program: take it anew from where the first one came from.</source>
        <translation>{file} ist beschädigt oder nicht von denen, die das Programm dieses Kiosks gemacht haben: Hol sie neu, woher die erste kam.</translation>
    </message>
    <message>
        <source>{file} is not a release of Switchback, or it is damaged: copy it onto the stick anew.</source>
        <translation>{file} ist keine Ausgabe von Switchback oder beschädigt: Kopier sie neu auf den Stick.</translation>
    </message>
    <message>
        <source>An update is under way already: wait until it is over.</source>
        <translation>Eine Aktualisierung läuft schon: Warte, bis sie vorbei ist.</translation>
    </message>
    <message>
        <source>This release is for {arch}, and this machine is {machine}: take the file for it.</source>
        <translation>Diese Ausgabe ist für {arch}, und dieses Gerät ist {machine}: Nimm die Datei dafür.</translation>
    </message>
    <message>
        <source>This release needs Python {python}, which this system has not: take the release for this system.</source>
        <translation>Diese Ausgabe braucht Python {python}, das dieses System nicht hat: Nimm die Ausgabe für dieses System.</translation>
    </message>
    <message>
        <source>The release says that it is {version}, and is not.</source>
        <translation>Die Ausgabe sagt, sie sei {version}, und ist es nicht.</translation>
    </message>
    <message>
        <source>The release could not be installed ({program}: {why}): nothing has changed.</source>
        <translation>Die Ausgabe ließ sich nicht einrichten ({program}: {why}): Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>The new version damages the history ({verdict}).</source>
        <translation>Die neue Version beschädigt den Verlauf ({verdict}).</translation>
    </message>
    <message>
        <source>{history} was changed by a newer Switchback, and there is no backup of before: install the newer version again.</source>
        <translation>{history} wurde von einem neueren Switchback geändert, und es gibt keine Sicherung von davor: Richte die neuere Version wieder ein.</translation>
    </message>
    <message>
        <source>&quot;{version}&quot; is not the version of a release, like 1.4.0.</source>
        <translation>„{version}“ ist keine Version einer Ausgabe, wie 1.4.0.</translation>
    </message>
    <message>
        <source>This release is of a kind that this version does not know: take an older one.</source>
        <translation>Diese Art von Ausgabe kennt diese Version nicht: Nimm eine ältere.</translation>
    </message>
    <message>
        <source>This release is larger than any real one: take the file anew from its source.</source>
        <translation>Diese Ausgabe ist größer als jede echte: Hol die Datei neu von ihrer Quelle.</translation>
    </message>
    <message>
        <source>The release says nothing sensible of itself: copy it anew.</source>
        <translation>Die Ausgabe sagt nichts Sinnvolles über sich: Kopier sie neu.</translation>
    </message>
    <message>
        <source>Version {version} and the history: {why}</source>
        <translation>Version {version} und der Verlauf: {why}</translation>
    </message>
    <message>
        <source>The kiosk&apos;s service does not {what} ({why}).</source>
        <translation>Der Dienst des Kiosks macht {what} nicht ({why}).</translation>
    </message>
    <message>
        <source>The key for releases is damaged: install it anew.</source>
        <translation>Der Schlüssel für Ausgaben ist beschädigt: Richte ihn neu ein.</translation>
    </message>
    <message>
        <source>The key for releases is of another kind: install it anew.</source>
        <translation>Der Schlüssel für Ausgaben ist von anderer Art: Richte ihn neu ein.</translation>
    </message>
    <message>
        <source>There is no earlier version on this kiosk to go back to.</source>
        <translation>Auf diesem Kiosk ist keine frühere Version, zu der es zurückgeht.</translation>
    </message>
    <message>
        <source>Version {version} cannot read the history any more, and the backup of before is gone: stay with this version.</source>
        <translation>Version {version} kann den Verlauf nicht mehr lesen, und die Sicherung von davor ist weg: Bleib bei dieser Version.</translation>
    </message>
    <message>
        <source>Version {version} runs again, as you asked.</source>
        <translation>Version {version} läuft wieder, wie gewünscht.</translation>
    </message>
    <message>
        <source>The update to {version} was interrupted and taken back: try it again.</source>
        <translation>Die Aktualisierung auf {version} wurde unterbrochen und zurückgenommen: Versuch sie noch einmal.</translation>
    </message>
    <message>
        <source>The update to {version} was interrupted, and nothing has changed: try it again.</source>
        <translation>Die Aktualisierung auf {version} wurde unterbrochen, und nichts hat sich geändert: Versuch sie noch einmal.</translation>
    </message>
    <message>
        <source>{folder} has no release that runs: only a kiosk that was set up by its installer can be updated.</source>
        <translation>In {folder} läuft keine Ausgabe: Nur ein Kiosk, den das Installationsprogramm eingerichtet hat, lässt sich aktualisieren.</translation>
    </message>
    <message>
        <source>The file has version {version}, and {running} is installed already.</source>
        <translation>Die Datei hat Version {version}, und {running} ist schon eingerichtet.</translation>
    </message>
    <message>
        <source>The update needs {needed} MB on the disk of {folder}, and {free} MB are free: make room there.</source>
        <translation>Die Aktualisierung braucht {needed} MB auf der Platte von {folder}, und {free} MB sind frei: Schaff dort Platz.</translation>
    </message>
    <message>
        <source>Version {new} did not reach its idle screen: {old} runs again, and nothing is lost. Tell whoever made the release.</source>
        <translation>Version {new} kam nicht bis zum Startbild: {old} läuft wieder, und nichts ist verloren. Sag es denen, die die Ausgabe gemacht haben.</translation>
    </message>
    <message>
        <source>Version {version} has been installed.</source>
        <translation>Version {version} ist eingerichtet.</translation>
    </message>
    <message>
        <source>Somebody is training: try the update again when nobody is.</source>
        <translation>Jemand trainiert: Versuch die Aktualisierung noch einmal, wenn niemand trainiert.</translation>
    </message>
    <message>
        <source>The update could not be written to the disk ({why}), and nothing has changed: make room and try again.</source>
        <translation>Die Aktualisierung ließ sich nicht auf die Platte schreiben ({why}), und nichts hat sich geändert: Schaff Platz und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>It could not be taken out: {why}</source>
        <translation>Er ließ sich nicht mitnehmen: {why}</translation>
    </message>
    <message>
        <source>{where} {left}</source>
        <translation>{where} {left}</translation>
    </message>
    <message>
        <source>The history itself.</source>
        <translation>Der Verlauf selbst.</translation>
    </message>
    <message>
        <source>There is no history yet.</source>
        <translation>Es gibt noch keinen Verlauf.</translation>
    </message>
    <message>
        <source>Stopped after {done} of {of} sessions.</source>
        <translation>Nach {done} von {of} Einheiten angehalten.</translation>
    </message>
    <message>
        <source>{done} of {of} sessions</source>
        <translation>{done} von {of} Einheiten</translation>
    </message>
    <message>
        <source>The sessions cannot be read, but the history has been copied as it is.</source>
        <translation>Die Einheiten lassen sich nicht lesen, aber der Verlauf ist kopiert, wie er ist.</translation>
    </message>
    <message>
        <source>The history is on the stick. You can pull it now.</source>
        <translation>Der Verlauf ist auf dem Stick. Du kannst ihn jetzt abziehen.</translation>
    </message>
    <message>
        <source>No stick was in: the history lies in {folder}. Put a stick in and try again.</source>
        <translation>Kein Stick steckte: Der Verlauf liegt in {folder}. Steck einen Stick ein und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>There is no good backup.</source>
        <translation>Es gibt keine gute Sicherung.</translation>
    </message>
    <message>
        <source>{error}</source>
        <translation>{error}</translation>
    </message>
    <message>
        <source>The backup has been restored. Try again now.</source>
        <translation>Die Sicherung ist zurückgespielt. Versuch es jetzt noch einmal.</translation>
    </message>
    <message>
        <source>The version before is being put back: the kiosk starts anew in a minute.</source>
        <translation>Die Version davor kommt zurück: Der Kiosk startet in einer Minute neu.</translation>
    </message>
    <message>
        <source>Too many wrong PINs: wait a while.</source>
        <translation>Zu viele falsche PINs: Warte eine Weile.</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Das ist nicht die PIN.</translation>
    </message>
    <message>
        <source>The program ended without a word: the power was cut, or it was killed.</source>
        <translation>Das Programm endete ohne ein Wort: Der Strom fiel aus, oder es wurde beendet.</translation>
    </message>
    <message>
        <source>A PIN for whoever looks after this kiosk</source>
        <translation>Eine PIN für die, die sich um diesen Kiosk kümmern</translation>
    </message>
    <message>
        <source>The administrator’s new PIN</source>
        <translation>Die neue PIN der Verwaltung</translation>
    </message>
    <message>
        <source>Set up: {step} of {count}</source>
        <translation>Einrichten: {step} von {count}</translation>
    </message>
    <message>
        <source>A forgotten PIN</source>
        <translation>Eine vergessene PIN</translation>
    </message>
    <message>
        <source>Administrator’s PIN</source>
        <translation>PIN der Verwaltung</translation>
    </message>
    <message>
        <source>Language and units</source>
        <translation>Sprache und Einheiten</translation>
    </message>
    <message>
        <source>What is your club called?</source>
        <translation>Wie heißt euer Verein?</translation>
    </message>
    <message>
        <source>Choose a new PIN</source>
        <translation>Wähl eine neue PIN</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>Ich habe ihn</translation>
    </message>
    <message>
        <source>The clock is not set. Connect the kiosk to a network for a minute and it sets itself; until then all that is recorded is marked as without a time.</source>
        <translation>Die Uhr ist nicht gestellt. Verbinde den Kiosk eine Minute mit einem Netz, dann stellt sie sich; bis dahin gilt alles Aufgezeichnete als ohne Uhrzeit.</translation>
    </message>
    <message>
        <source>{day}. Is that right? If not: the time comes by the network, the time zone stands in the configuration.</source>
        <translation>{day}. Stimmt das? Wenn nicht: Die Zeit kommt aus dem Netz, die Zeitzone steht in der Konfiguration.</translation>
    </message>
    <message>
        <source>Write the recovery code from the set-up sheet into a file called {name}, put it on a USB stick and the stick into the kiosk.</source>
        <translation>Schreib den Rettungscode vom Einrichtungsblatt in eine Datei namens {name}, leg sie auf einen USB-Stick und steck ihn in den Kiosk.</translation>
    </message>
    <message>
        <source>The stick is in: choose a new PIN now.</source>
        <translation>Der Stick steckt: Wähl jetzt eine neue PIN.</translation>
    </message>
    <message>
        <source>Photograph this code or write it down, and keep it away from the kiosk. If the PIN is ever lost, it gives a new one. It is shown only now.</source>
        <translation>Fotografier diesen Code oder schreib ihn auf, und bewahr ihn nicht beim Kiosk auf. Geht die PIN verloren, gibt er eine neue. Er ist nur jetzt zu sehen.</translation>
    </message>
    <message>
        <source>{count} to mend</source>
        <translation>{count} zu beheben</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} anzusehen</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>The update begins when nobody trains: leave the stick in.</source>
        <translation>Die Aktualisierung beginnt, wenn niemand trainiert: Lass den Stick stecken.</translation>
    </message>
    <message>
        <source>Update to {version}</source>
        <translation>Auf {version} aktualisieren</translation>
    </message>
    <message>
        <source>Writing… leave the stick in.</source>
        <translation>Schreibt … lass den Stick stecken.</translation>
    </message>
    <message>
        <source>{name} is on the stick: pull it out and send the file.</source>
        <translation>{name} ist auf dem Stick: Zieh ihn ab und schick die Datei.</translation>
    </message>
    <message>
        <source>Does somebody help you? Put a stick in and save a file for them: it has no names and no heart rates in it.</source>
        <translation>Hilft dir jemand? Steck einen Stick ein und sichere eine Datei dafür: Darin sind keine Namen und keine Pulswerte.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Take the history out</source>
        <translation>Verlauf mitnehmen</translation>
    </message>
    <message>
        <source>onto a stick</source>
        <translation>auf einen Stick</translation>
    </message>
    <message>
        <source>Go back to version {version}</source>
        <translation>Zurück zu Version {version}</translation>
    </message>
    <message>
        <source>of {time}</source>
        <translation>von {time}</translation>
    </message>
    <message>
        <source>Restore the newest backup</source>
        <translation>Neueste Sicherung zurückspielen</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Version {version}, started {time}</source>
        <translation>Version {version}, gestartet {time}</translation>
    </message>
    <message>
        <source>The kiosk does not start</source>
        <translation>Der Kiosk startet nicht</translation>
    </message>
    <message>
        <source>What has been recorded lies on the disk, and nothing here deletes it.</source>
        <translation>Was aufgezeichnet ist, liegt auf der Platte, und nichts hier löscht es.</translation>
    </message>
    <message>
        <source>Go back to version {version}?</source>
        <translation>Zurück zu Version {version}?</translation>
    </message>
    <message>
        <source>What this version has recorded is kept. It takes a minute or two.</source>
        <translation>Was diese Version aufgezeichnet hat, bleibt. Es dauert ein, zwei Minuten.</translation>
    </message>
    <message>
        <source>Restore the newest backup?</source>
        <translation>Neueste Sicherung zurückspielen?</translation>
    </message>
    <message>
        <source>What was recorded after {time} is set aside, and not shown.</source>
        <translation>Was nach {time} aufgezeichnet wurde, wird beiseitegelegt und nicht gezeigt.</translation>
    </message>
    <message>
        <source>The history is being taken out</source>
        <translation>Der Verlauf wird mitgenommen</translation>
    </message>
    <message>
        <source>The version before is asked for</source>
        <translation>Die Version davor wird angefordert</translation>
    </message>
    <message>
        <source>The backup is being restored</source>
        <translation>Die Sicherung wird zurückgespielt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Einen Moment.</translation>
    </message>
    <message>
        <source>Leave the power on, and the stick in.</source>
        <translation>Lass den Strom an und den Stick stecken.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>The PIN</source>
        <translation>Die PIN</translation>
    </message>
    <message>
        <source>Of whoever looks after the kiosk, or of a coach.</source>
        <translation>Von jemandem, der sich um den Kiosk kümmert, oder von einem Coach.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Services and rules are not those of this version: run sudo python3 {file} --yes and restart.</source>
        <translation>Dienste und Regeln sind nicht die dieser Version: führ sudo python3 {file} --yes aus und starte neu.</translation>
    </message>
    <message>
        <source>Somebody has changed {files}: an update leaves that as it is. What belongs there lies in {setup}.</source>
        <translation>Jemand hat {files} geändert: Eine Aktualisierung lässt das, wie es ist. Was dort hingehört, liegt in {setup}.</translation>
    </message>
</context>
<context>
    <name>AddPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>AnotherStrap</name>
    <message>
        <source>Club straps</source>
        <translation>Vereinsgurte</translation>
    </message>
</context>
<context>
    <name>AskCard</name>
    <message>
        <source>That many</source>
        <translation>So viele</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>CalibratePage</name>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>%1 says</source>
        <translation>%1 sagt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>It is flat</source>
        <translation>Sie ist flach</translation>
    </message>
    <message>
        <source>It is raised</source>
        <translation>Sie ist angehoben</translation>
    </message>
    <message>
        <source>I don’t know it</source>
        <translation>Ich weiß es nicht</translation>
    </message>
    <message>
        <source>Save with %1 %</source>
        <translation>Mit %1 % speichern</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>CareSheet</name>
    <message>
        <source>For %1</source>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>Stop me</source>
        <translation>Halt mich an</translation>
    </message>
    <message>
        <source>Cool down</source>
        <translation>Abwärmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation>Schritt überspringen</translation>
    </message>
    <message>
        <source>+1 min</source>
        <translation>+1 min</translation>
    </message>
    <message>
        <source>Cool down now</source>
        <translation>Jetzt abwärmen</translation>
    </message>
    <message>
        <source>Another strap</source>
        <translation>Anderer Gurt</translation>
    </message>
    <message>
        <source>My progress</source>
        <translation>Mein Fortschritt</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Tell the staff: the files of the workouts are missing or cannot be read.</source>
        <translation>Sag dem Team: Die Dateien der Trainings fehlen oder sind nicht lesbar.</translation>
    </message>
    <message>
        <source>There is no workout to choose from</source>
        <translation>Kein Training zur Auswahl</translation>
    </message>
</context>
<context>
    <name>CoachButton</name>
    <message>
        <source>Coach</source>
        <translation>Coach</translation>
    </message>
</context>
<context>
    <name>CoachForm</name>
    <message>
        <source>The name of the coach, as everybody knows them</source>
        <translation>Der Name des Coachs, wie ihn alle kennen</translation>
    </message>
</context>
<context>
    <name>CoachPage</name>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
</context>
<context>
    <name>CoachesPage</name>
    <message>
        <source>A new coach</source>
        <translation>Ein neuer Coach</translation>
    </message>
    <message>
        <source>A new PIN</source>
        <translation>Eine neue PIN</translation>
    </message>
    <message>
        <source>Coaches</source>
        <translation>Coaches</translation>
    </message>
    <message>
        <source>+ Add a coach</source>
        <translation>+ Coach hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Administrator’s PIN</source>
        <translation>PIN der Verwaltung</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>Neuer Rettungscode</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>PIN ändern</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>+1 min</source>
        <translation>+1 min</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>The console answers but says nothing new: unplug it.</source>
        <translation>Die Konsole antwortet, sagt aber nichts Neues: abziehen.</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>‹ Before</source>
        <translation>‹ Früher</translation>
    </message>
    <message>
        <source>More ›</source>
        <translation>Mehr ›</translation>
    </message>
</context>
<context>
    <name>ExportsPage</name>
    <message>
        <source>Past sessions</source>
        <translation>Frühere Einheiten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>km, kg</source>
        <translation>km, kg</translation>
    </message>
    <message>
        <source>miles, lb</source>
        <translation>Meilen, lb</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>Glass</name>
    <message>
        <source>Wipe the glass</source>
        <translation>Glas putzen</translation>
    </message>
    <message>
        <source>No touch counts but STOP: keep the cloth away from it.</source>
        <translation>Keine Berührung zählt außer STOPP: Halt das Tuch davon fern.</translation>
    </message>
    <message>
        <source>No touch counts until then.</source>
        <translation>Bis dahin zählt keine Berührung.</translation>
    </message>
    <message>
        <source>Hold for 2&#xa0;s to end</source>
        <translation>Zum Beenden 2&#xa0;s halten</translation>
    </message>
</context>
<context>
    <name>GradePad</name>
    <message>
        <source>−%1</source>
        <translation>−%1</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message>
        <source>Tap in</source>
        <translation>Einchecken</translation>
    </message>
</context>
<context>
    <name>GuestPage</name>
    <message>
        <source>How hard it feels guides you, from 1 to 10.</source>
        <translation>Dich führt, wie hart es sich anfühlt, von 1 bis 10.</translation>
    </message>
    <message>
        <source>It goes without a strap, too</source>
        <translation>Es geht auch ohne Gurt</translation>
    </message>
    <message>
        <source>Nothing applies to me</source>
        <translation>Nichts trifft auf mich zu</translation>
    </message>
    <message>
        <source>Something applies to me</source>
        <translation>Etwas trifft auf mich zu</translation>
    </message>
    <message>
        <source>Without a strap</source>
        <translation>Ohne Gurt</translation>
    </message>
    <message>
        <source>I agree – stay</source>
        <translation>Einverstanden – bleiben</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Choose a workout</source>
        <translation>Training wählen</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>The kiosk’s health</source>
        <translation>Zustand des Kiosks</translation>
    </message>
    <message>
        <source>Save for support</source>
        <translation>Für Hilfe sichern</translation>
    </message>
</context>
<context>
    <name>HistoryLine</name>
    <message>
        <source>is being read …</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>%1 (part of it)</source>
        <translation>%1 (ein Teil davon)</translation>
    </message>
    <message>
        <source>%1, outside</source>
        <translation>%1, draußen</translation>
    </message>
    <message>
        <source>%1 in band</source>
        <translation>%1 im Zielbereich</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 geschafft</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Ask a coach</source>
        <translation>Coach fragen</translation>
    </message>
</context>
<context>
    <name>HomeworkSheet</name>
    <message>
        <source>Hill homework: %1</source>
        <translation>Berg-Hausaufgabe: %1</translation>
    </message>
    <message>
        <source>Scan to keep the card</source>
        <translation>Scannen, um die Karte zu behalten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>IdleScreen</name>
    <message>
        <source>Put on your strap: you appear here by yourself.</source>
        <translation>Leg deinen Gurt an: Du erscheinst hier von selbst.</translation>
    </message>
    <message>
        <source>by your name or your tag</source>
        <translation>mit Name oder Tag</translation>
    </message>
    <message>
        <source>Tap in</source>
        <translation>Einchecken</translation>
    </message>
    <message>
        <source>just for tonight</source>
        <translation>nur für heute</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
</context>
<context>
    <name>ImportsPage</name>
    <message>
        <source>Look again</source>
        <translation>Noch einmal ansehen</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Keine davon</translation>
    </message>
</context>
<context>
    <name>MeasureList</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>MineButtons</name>
    <message>
        <source>Swap strap</source>
        <translation>Gurt tauschen</translation>
    </message>
    <message>
        <source>Strap</source>
        <translation>Gurt</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
</context>
<context>
    <name>MineGrade</name>
    <message>
        <source>grade</source>
        <translation>Steigung</translation>
    </message>
</context>
<context>
    <name>MineHeader</name>
    <message>
        <source>Unwell?</source>
        <translation>Unwohl?</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>MinePulse</name>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
</context>
<context>
    <name>MineRating</name>
    <message>
        <source>How hard is it now?</source>
        <translation>Wie anstrengend ist es jetzt?</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>all out</source>
        <translation>alles gegeben</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>MineSpeed</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>MineStations</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>MineTask</name>
    <message>
        <source>thin line: last time</source>
        <translation>dünne Linie: letztes Mal</translation>
    </message>
</context>
<context>
    <name>MyDataPage</name>
    <message>
        <source>Data of %1</source>
        <translation>Daten von %1</translation>
    </message>
    <message>
        <source>What others see</source>
        <translation>Was andere sehen</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>Take your data away</source>
        <translation>Deine Daten mitnehmen</translation>
    </message>
    <message>
        <source>Erase …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Ask a coach</source>
        <translation>Coach fragen</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ Zurück</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Make a member</source>
        <translation>Zum Mitglied machen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Removing …</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Austragen</translation>
    </message>
    <message>
        <source>People add themselves: they touch “Tap in” on the first page, then “I’m new here”.</source>
        <translation>Alle tragen sich selbst ein: auf der ersten Seite „Einchecken“, dann „Ich bin neu hier“.</translation>
    </message>
    <message>
        <source>Nobody is on the roster yet</source>
        <translation>Noch steht niemand auf der Liste</translation>
    </message>
</context>
<context>
    <name>PersonSheet</name>
    <message>
        <source>take off</source>
        <translation>wegnehmen</translation>
    </message>
    <message>
        <source>heard just now: add</source>
        <translation>gerade gehört: hinzufügen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>PersonTile</name>
    <message>
        <source>take a club strap</source>
        <translation>Vereinsgurt nehmen</translation>
    </message>
</context>
<context>
    <name>PinKey</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>PlannerHead</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>PlannerName</name>
    <message>
        <source>1 day ›› a week on</source>
        <translation>1 Tag ›› eine Woche weiter</translation>
    </message>
    <message>
        <source>%1 days ›› a week on</source>
        <translation>%1 Tage ›› eine Woche weiter</translation>
    </message>
</context>
<context>
    <name>PlannerPage</name>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Copy all a week on</source>
        <translation>Alles eine Woche weiter</translation>
    </message>
    <message>
        <source>Filled: planned. Slanted: a suggestion. A touch on a name copies the week on.</source>
        <translation>Gefüllt: geplant. Kursiv: ein Vorschlag. Ein Tipp auf einen Namen kopiert die Woche weiter.</translation>
    </message>
    <message>
        <source>‹ Earlier</source>
        <translation>‹ Früher</translation>
    </message>
    <message>
        <source>Later ›</source>
        <translation>Später ›</translation>
    </message>
</context>
<context>
    <name>PlannerSheet</name>
    <message>
        <source>Nothing planned</source>
        <translation>Nichts geplant</translation>
    </message>
</context>
<context>
    <name>PoolTile</name>
    <message>
        <source>on the air</source>
        <translation>in Reichweite</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>My workouts</source>
        <translation>Meine Trainings</translation>
    </message>
    <message>
        <source>My data</source>
        <translation>Meine Daten</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>Done so far</source>
        <translation>Bisher gemacht</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Ask a coach</source>
        <translation>Coach fragen</translation>
    </message>
</context>
<context>
    <name>ProtocolDetail</name>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change a copy</source>
        <translation>Kopie ändern</translation>
    </message>
    <message>
        <source>Deleting …</source>
        <translation>Wird gelöscht …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ProtocolEditor</name>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
    <message>
        <source>Add before</source>
        <translation>Davor einfügen</translation>
    </message>
    <message>
        <source>Add after</source>
        <translation>Danach einfügen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>ProtocolName</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>ProtocolsPage</name>
    <message>
        <source>New workout</source>
        <translation>Neues Training</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>ReplayAxis</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>ReplayKeys</name>
    <message>
        <source>−1 min</source>
        <translation>−1 min</translation>
    </message>
    <message>
        <source>−10 s</source>
        <translation>−10 s</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>+10 s</source>
        <translation>+10 s</translation>
    </message>
    <message>
        <source>+1 min</source>
        <translation>+1 min</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>Nächstes Wort</translation>
    </message>
</context>
<context>
    <name>ReplayLarge</name>
    <message>
        <source>%1, target %2</source>
        <translation>%1, Ziel %2</translation>
    </message>
    <message>
        <source>Never needed a word.</source>
        <translation>Brauchte nie ein Wort.</translation>
    </message>
</context>
<context>
    <name>ReplayPage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Drag through the time. Touch somebody to see them alone.</source>
        <translation>Zieh durch die Zeit. Tippe jemanden an, um nur sie oder ihn zu sehen.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Wipe the glass</source>
        <translation>Glas putzen</translation>
    </message>
</context>
<context>
    <name>ShelfAdd</name>
    <message>
        <source>All numbers are taken: remove a strap from the shelf first.</source>
        <translation>Alle Nummern sind vergeben: Nimm zuerst einen Gurt aus dem Regal.</translation>
    </message>
    <message>
        <source>Now put on strap %1, or wet its pads and hold them: it appears here.</source>
        <translation>Leg jetzt Gurt %1 an, oder feuchte seine Kontakte an und halt sie: Er erscheint hier.</translation>
    </message>
    <message>
        <source>Which of these is strap %1?</source>
        <translation>Welcher davon ist Gurt %1?</translation>
    </message>
</context>
<context>
    <name>ShelfBar</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
</context>
<context>
    <name>ShelfPage</name>
    <message>
        <source>Add a strap</source>
        <translation>Gurt hinzufügen</translation>
    </message>
    <message>
        <source>Just
appeared</source>
        <translation>Gerade
da</translation>
    </message>
    <message>
        <source>No club strap yet</source>
        <translation>Noch kein Vereinsgurt</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>The first coach</source>
        <translation>Der erste Coach</translation>
    </message>
    <message>
        <source>Coach</source>
        <translation>Coach</translation>
    </message>
    <message>
        <source>PIN forgotten?</source>
        <translation>PIN vergessen?</translation>
    </message>
    <message>
        <source>STOP: step off. A coach lets everybody go on.</source>
        <translation>STOPP: absteigen. Ein Coach lässt alle weitermachen.</translation>
    </message>
    <message>
        <source>Nobody is a coach here yet</source>
        <translation>Noch ist hier niemand Coach</translation>
    </message>
    <message>
        <source>Whoever looks after this kiosk chooses a name and a PIN. From then on people&apos;s data, the settings and going on after a stop are for coaches alone.</source>
        <translation>Wer sich um diesen Kiosk kümmert, wählt einen Namen und eine PIN. Von da an sind Daten der Leute, Einstellungen und das Weitermachen nach einem Stopp nur für Coaches.</translation>
    </message>
    <message>
        <source>Become the first coach</source>
        <translation>Erster Coach werden</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Wer bist du?</translation>
    </message>
</context>
<context>
    <name>StartButtons</name>
    <message>
        <source>Go home</source>
        <translation>Nach Hause</translation>
    </message>
    <message>
        <source>My tag</source>
        <translation>Mein Tag</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Start alone</source>
        <translation>Allein starten</translation>
    </message>
    <message>
        <source>Start class (%1)</source>
        <translation>Kurs starten (%1)</translation>
    </message>
</context>
<context>
    <name>StationPicks</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>StopCover</name>
    <message>
        <source>STEP OFF</source>
        <translation>ABSTEIGEN</translation>
    </message>
    <message>
        <source>Everybody stops. Feet onto the side rails, hold on, switch the machine off. What has been recorded is kept.</source>
        <translation>Alle hören auf. Füße auf die Seitenschienen, festhalten, Gerät ausschalten. Was aufgezeichnet wurde, bleibt.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>End all</source>
        <translation>Alle beenden</translation>
    </message>
</context>
<context>
    <name>StopSign</name>
    <message>
        <source>Stop all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>STOPP</translation>
    </message>
</context>
<context>
    <name>StrapList</name>
    <message>
        <source>Put on your strap now: it appears here.</source>
        <translation>Leg jetzt deinen Gurt an: Er erscheint hier.</translation>
    </message>
    <message>
        <source>Wet the pads first; it takes a few seconds.</source>
        <translation>Erst die Kontakte anfeuchten; es dauert ein paar Sekunden.</translation>
    </message>
    <message>
        <source>No strap yet</source>
        <translation>Noch kein Gurt</translation>
    </message>
    <message>
        <source>Type its number</source>
        <translation>Nummer eintippen</translation>
    </message>
</context>
<context>
    <name>SummaryCode</name>
    <message>
        <source>Scan to keep your numbers</source>
        <translation>Scannen, um deine Zahlen zu behalten</translation>
    </message>
</context>
<context>
    <name>SummaryCurve</name>
    <message>
        <source>thin line: last time</source>
        <translation>dünne Linie: letztes Mal</translation>
    </message>
</context>
<context>
    <name>SummaryFoot</name>
    <message>
        <source>measuring…</source>
        <translation>wird gemessen …</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stay with us</source>
        <translation>Bleib bei uns</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>TagCard</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TapInPage</name>
    <message>
        <source>Who are you?</source>
        <translation>Wer bist du?</translation>
    </message>
    <message>
        <source>Club straps</source>
        <translation>Vereinsgurte</translation>
    </message>
    <message>
        <source>I’m new here</source>
        <translation>Ich bin neu hier</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Just
appeared</source>
        <translation>Gerade
da</translation>
    </message>
    <message>
        <source>Be the first: a nickname is enough to begin.</source>
        <translation>Mach den Anfang: Ein Spitzname genügt.</translation>
    </message>
    <message>
        <source>Nobody is on the roster yet</source>
        <translation>Noch steht niemand auf der Liste</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>%1 steps off</source>
        <translation>%1 steigt ab</translation>
    </message>
</context>
<context>
    <name>WallIdle</name>
    <message>
        <source>%1 climbed together today</source>
        <translation>%1 heute gemeinsam gestiegen</translation>
    </message>
    <message>
        <source>Put on your strap, and the hill is yours.</source>
        <translation>Leg deinen Gurt an, und der Berg gehört dir.</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>Switchback: the wall</source>
        <translation>Switchback: die Wand</translation>
    </message>
    <message>
        <source>STEP OFF</source>
        <translation>ABSTEIGEN</translation>
    </message>
</context>
</TS>
