"""Strings as press releases have them; ``‖`` marks where a sentence ends."""

from __future__ import annotations

ENGLISH = """
The bank approved the loan. ‖ The government will sign it next week.
The U.S. Embassy in Lima hosted the ceremony.
Talks were held in the U.S. ‖ The next round is in Ottawa.
Exports to the U.S. rose by 4 percent in 2023.
She met U.S. Secretary of State Antony Blinken in Mexico City.
The plan covers the U.S., Canada and Mexico.
U.S. Sen. Jeanne Shaheen visited Kyiv.
It returned to the U.K. ‖ In June it reopened.
The U.K. Government pledged £50 million.
The U.N. World Food Programme runs the kitchens.
He spoke at the U.N. ‖ This was his first address.
He lives in Washington, D.C. ‖ He teaches economics.
The Washington, D.C. Council voted.
President Donald J. Trump signed the order.
Gov. J. B. Pritzker led the delegation.
Gov. J.B. Pritzker led the delegation to Tokyo.
President Joseph R. Biden Jr. and Prime Minister Fumio Kishida met.
Martin Luther King Jr. spoke there. ‖ Thousands came.
George H. W. Bush opened the summit.
Mr. Guterres thanked Ms. Mohammed. ‖ Mrs. Okonjo-Iweala agreed.
Dr. Tedros and Prof. Adeyemi signed. ‖ The project starts in May.
Gen. Laura Richardson and Lt. Gen. Kevin Kenney attended.
The Hon. Julie Bishop and Rev. John Chen spoke.
Sen. Tim Kaine (D-Va.) welcomed the grant.
Amb. Ken Salazar visited the port.
St. Lucia and St. Vincent joined the fund.
The company, Acme Inc., will supply pumps.
The contract went to Bechtel Inc. ‖ The value was not disclosed.
The contract went to Acme Corp. of Delaware.
Cargill Ltd. Chairman Tom Lee signed.
Samsung Electronics Co. Ltd. opened a plant.
See Art. 5 of the treaty.
See Sec. 301 of the Act.
Resolution No. 2231 was adopted.
The answer was no. ‖ He left the room.
Nos. 4 and 5 are closed.
The meeting was on Jan. 5, 2024. ‖ A second is planned.
It runs from Feb. 3 to Sept. 30.
It began in Sept. ‖ It will end in December.
The session opens at 10 a.m. on Monday.
The session opens at 10 a.m. ‖ Registration is free.
The session opens at 10 a.m. Eastern time.
Doors close at 5 p.m. Friday.
It cost approx. $5 million.
Growth vs. 2019 was 3.5 percent.
Trade reached $1.5 billion in 2022. ‖ It was $0.9 billion in 2018.
The rate fell to 3.2 percent... ‖ The bank kept its forecast.
Wait… ‖ There is more.
The fund covers food, fuel, etc. ‖ Payments start in March.
They sell maize, beans, etc. to neighbours.
"We will help." ‖ The minister did not elaborate.
“We are partners.” ‖ He added that talks go on.
"We will help," she said. ‖ "We always have."
He asked: "Why now?" ‖ Nobody answered.
"Why now?" asked the minister.
"What a day!" said the mayor.
It was signed (in Quito.) ‖ Work starts soon.
(The text is in Annex II.) ‖ Parliament ratified it.
The loan was approved.[3] ‖ It has a grace period of five years.
The loan was approved.<sup>4</sup> ‖ It has a grace period.
The loan was approved.¹² ‖ It has a grace period.
Seven partners belong to the forum.4 ‖ In 2023 trade grew.
The loan was approved.\\[3\\] ‖ It has a grace period.
The aid arrived.) ‖ Trucks left at dawn.
The sum was \\$320 million. ‖ The rest is private.
Visit www.worldbank.org for details.
Visit https://www.iadb.org/en/news. ‖ The portal is public.
Write to press.office@example.org. ‖ Replies take a day.
The site caf.com lists the calls.
Version 2.1 was released.
The talks covered trade; They also covered visas.
The partners are: the IDB; the World Bank; CAF.
1. The bank lends to both.
2) Customs will be digital. ‖ Ports follow.
A. Background of the project
IV. Results
The annex is titled Part B. ‖ The main text is Part A.
He holds a Ph.D. ‖ He teaches at Yale.
He holds a Ph.D. in economics.
She earned an M.B.A. from INSEAD.
The E.U. delegation arrived. ‖ The U.S. team followed.
The grant is $2 mn. ‖ The loan is $8 mn.
The Rs. 358 million grant was signed.
Rs. 45 Mn. was released.
The case Roe v. Wade was cited.
Funds, i.e. grants, and loans, e.g. IDA credits, are used.
The agency (est. 1961) works in Peru.
The law, Pub. L. 117-169, funds it.
Lake Mt. Gox is closed. ‖ Nobody swims.
It was 5 p.m. when they met.
The deal is done! ‖ Both sides celebrated.
Is it enough? ‖ Experts doubt it.
Really?! ‖ Yes.
Officials assessed progress.‖The second phase begins in May.
It funds schools.‖They open in June.
Review of the partnership:‖The officials met.
See section 4.2.1 for details.
In 2016. ‖ That year was hot.
It ended in 2016. ‖ 36 projects followed.
The plan has 3 parts. ‖ (a) Roads come first.
The treaty entered into force. ‖ - It binds both.
Yahoo! reported the deal.
The company is called eBay. ‖ It pays on time.
Signed at Tokyo. ‖ “Done,” said the envoy.
She said the talks went well.” ‖ The envoy agreed.
The work of J. Smith. ‖ The editors thanked him.
Messrs. Lee and Park co-chair it.
The col. is wide.
Capt. Ruiz met Col. Díaz and Maj. Peña.
The report, pp. 4-9, is online.
The vote was 5-4. ‖ Two abstained.
It is run by Pemex et al. and others.
The fee is 5 kg. ‖ Each bag weighs more.
The office moved to 1600 Pennsylvania Ave. ‖ The old one closed.
He was born in St. Louis, Mo. ‖ He studied law.
The Dept. of Energy leads it.
"It works." ‖ (Laughter.) ‖ He smiled.
Roads, bridges, ports ... and airports.
The U.S.-funded pilot ended. ‖ U.S.-made parts were used.
Del. Eleanor Holmes Norton and Sr. Vice President Lee spoke.
Petronas Sdn. Bhd. and Grab Pte. Ltd. invested.
The bill, H. Res. 5, passed. ‖ S. 123 did not.
CHATTANOOGA, Tenn. ‖ The mayor opened the port.
The plant is in Newark, N.J. ‖ Merck owns it.
The plant is in Newark, N.J., and Merck owns it.
Write to Box 5, Largo, Fla. 33770.
The Washington, D.C. Mayor spoke.
Many fell seriously ill. ‖ Doctors came.
**Support the sick. ** ‖ The order funds clinics.
Is Inc. short? ‖ It is.
"""

SPANISH = """
El banco aprobó el crédito. ‖ El gobierno lo firmará la próxima semana.
La Embajada de EE.UU. en Lima recibió a la delegación.
Las exportaciones a EE. UU. crecieron 4 por ciento.
El acuerdo se firmó en EE.UU. ‖ La segunda ronda será en Ottawa.
El acuerdo se firmó en EE. UU. ‖ El texto es público.
Viajó a EEUU. ‖ Allí vio al secretario.
El Sr. Pérez y la Sra. López firmaron. ‖ Asistieron empresarios.
La Dra. Alicia Bárcena habló. ‖ El Dr. Juan Ramón de la Fuente respondió.
El Ing. Carlos Slim y la Lic. Ana Ruiz asistieron.
La Mtra. Teresa Mercado encabezó la reunión.
El Gral. Audomaro Martínez saludó al Cnel. Ríos.
D. José y Dña. Carmen abrieron la feria.
El decreto núm. 45 entró en vigor.
El Art. 27 de la Constitución lo permite.
El art. 3 fija el plazo. ‖ La fracc. II lo amplía.
Véase la pág. 12 del informe.
Véase el No. 5 de la revista.
Dijo que no. ‖ Después se retiró.
La empresa Cemex S.A. de C.V. invertirá 50 mdd.
La obra es de ICA, S.A. ‖ El costo es de 20 millones.
Firmó con Iberdrola S.A. en Bilbao.
Es filial de Bimbo, S.A. de C.V. ‖ La planta abrirá en mayo.
La compañía Pollo Rey, S. de R.L. de C.V. abrió una planta.
Se invirtieron 1.234,5 millones de euros. ‖ La meta es mayor.
El monto es de 3.5 millones. ‖ El resto es privado.
¿Cuánto costará? ‖ Nadie lo sabe.
¿Qué sigue? ‖ ¿Quién paga?
¡Gracias! ‖ ¡Hasta pronto!
La tasa bajó a 3.2 por ciento... ‖ El banco mantuvo su pronóstico.
Hay caminos, puentes, puertos... y aeropuertos.
Compran maíz, frijol, etc. ‖ Los pagos inician en marzo.
La reunión será a las 10 a.m. ‖ El acceso es libre.
La reunión será a las 10 a.m. del lunes.
«Somos socios». ‖ Así lo dijo la ministra.
“Somos socios.” ‖ La ministra añadió que hay avances.
"Vamos a ayudar", dijo. ‖ "Siempre lo hacemos".
‘Hay acuerdo.’ ‖ El texto es breve.
El préstamo fue aprobado.[3] ‖ Tiene cinco años de gracia.
El préstamo fue aprobado.<sup>4</sup> ‖ Tiene cinco años de gracia.
El préstamo fue aprobado.² ‖ Tiene cinco años de gracia.
Siete socios son del foro.4 ‖ En 2023 creció el comercio.
Consulte www.gob.mx/amexcid para más datos.
Escriba a prensa@ejemplo.org. ‖ La respuesta tarda un día.
El portal es caf.com. ‖ Las bases son públicas.
Ciudad de México, 5 de marzo de 2024.- ‖ El secretario firmó el convenio.
MÉXICO, D.F.- ‖ El presidente firmó el convenio.
Cali. ‖ Los presidentes coincidieron en la cumbre.
México, D.F. ‖ El presidente recibió al primer ministro.
México, DF. ‖ El presidente recibió al primer ministro.
Washington. ‖ El presidente pidió fondos al Congreso.
El presupuesto, p. ej. el de salud, crece.
El presupuesto, p.ej. el de salud, crece.
Aprox. 200 empresas asistieron.
Son aprox. 200 empresas.
Creció vs. 2019.
La Av. Reforma fue cerrada. ‖ El tránsito se desvió.
El Depto. de Estado lo confirmó.
La Sría. lo informó; la obra sigue.
La Fig. 3 muestra el avance.
Las FF.AA. participaron. ‖ La Marina también.
Los RR.HH. de la agencia crecieron.
La cumbre CELAC-UE fue en Bruselas. ‖ La próxima será en Bogotá.
J. Jesús López y M. A. García firmaron.
El doctor Luis F. Aguilar habló. ‖ La sala aplaudió.
Juan C. Varela, presidente de Panamá, asistió.
1. El banco presta a ambos.
3) Las aduanas serán digitales. ‖ Siguen los puertos.
a) Caminos rurales
II. Resultados
El foro abrió en 2016. ‖ Ese año creció el PIB.
El foro abrió en 2016. ‖ 36 proyectos siguieron.
Los socios son: el BID; el Banco Mundial; la CAF.
El tema es el clima; También el agua.
Se evaluaron los avances.‖La segunda fase inicia en mayo.
Financia escuelas.‖Abrirán en junio.
Revisión de la alianza:‖Los funcionarios se reunieron.
El Excmo. Sr. Embajador y la Excma. Sra. Ministra asistieron.
La Ma. Elena Ríos expuso el plan.
Cuesta S/. 100 al mes. ‖ La meta es bajarlo.
Cuesta Bs. 100 al mes.
La Ley Núm. 20.530 creó el ministerio.
Hay 20.530 familias. ‖ Reciben apoyo.
La Sec. 3 y el inc. 4 lo dicen.
El tel. 5555 1234 atiende dudas.
La c. Juárez y el blvd. Hidalgo se cerraron.
Nació el 5 de ene. de 1960. ‖ Estudió derecho.
Del 3 de feb. al 30 de sept. hay registro.
El convenio Méx.-Chile cumple 20 años.
—Hay acuerdo —dijo. ‖ —Falta la firma.
Hubo acuerdo (en Quito). ‖ La obra inicia pronto.
(El texto está en el Anexo II.) ‖ El Congreso lo ratificó.
“¿Cuándo?”, preguntó el senador.
"¿Cuándo?" preguntó el senador.
El EZLN (Ejército...) no asistió.
El director general, Sr. Juan A. Toro H., firmó.
La U.E. y la O.N.U. aportan. ‖ Los fondos llegan en mayo.
El capítulo VI. ‖ La comisión lo revisó.
El ministro (q.e.p.d.) lo impulsó.
El Lic. José A. Meade K. habló. ‖ Hubo preguntas.
Invertirá 5 mdd. ‖ Creará 300 empleos.
El costo fue de 40 mdp. ‖ El estado puso la mitad.
La obra mide 5 km. ‖ Une dos pueblos.
La oficina está en Col. Centro, C.P. 98000, Zacatecas.
Las CC. AA. y los RR. HH. crecieron. ‖ El Congreso aprobó la ley.
Los EE. UU. aportaron. ‖ La U.E. también.
Agradecemos a Ud. y a Uds. su visita.
La empresa Ecopetrol S.A. y Alpina S.A.S. firmaron. ‖ El contrato vale 5 mdd.
La Res. 45 de 2020 y el Dto. 3 rigen. ‖ Los plazos corren.
Querétaro, Qro. ‖ El gobernador abrió la planta.
Guadalajara, Jal. ‖ Ana Ruiz firmó el acuerdo.
La U.S. Chamber of Commerce participó.
El plan va de Mexicali, B.C. ‖ El tren llegará a Tijuana.
"""


def cases(block: str) -> list[tuple[str, list[str]]]:
    """Each line as (the text, its sentences)."""
    lines = [line for line in block.strip().split("\n") if line]
    return [
        (line.replace("‖ ", "").replace("‖", ""), [s.strip() for s in line.split("‖")])
        for line in lines
    ]
