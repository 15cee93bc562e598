import type { Right } from './right.ts'
import { analysisRights } from './rows/analysis.ts'
import { aroundRights } from './rows/around.ts'
import { auditRights } from './rows/audit.ts'
import { commitmentRights } from './rows/commitment.ts'
import { configRights } from './rows/config.ts'
import { decisionRights } from './rows/decision.ts'
import { dossierRights, registerRights } from './rows/dossier.ts'
import { groundRights } from './rows/ground.ts'
import { identityRights } from './rows/identity.ts'
import { incidentRights } from './rows/incident.ts'
import { layerRights } from './rows/layer.ts'
import { measureRights } from './rows/measure.ts'
import { moderationRights } from './rows/moderation.ts'
import { noteRights } from './rows/note.ts'
import { observationRights } from './rows/observation.ts'
import { operationRights } from './rows/operation.ts'
import { patrolRights } from './rows/patrol.ts'
import { photoRights } from './rows/photos.ts'
import { pictureRights } from './rows/picture.ts'
import { planRights } from './rows/plan.ts'
import { problemRights } from './rows/problem.ts'
import { releaseRights } from './rows/release.ts'
import { reportRights } from './rows/report.ts'
import { accountDataRights, jobRights, retentionRights } from './rows/retention.ts'
import { sessionRights } from './rows/session.ts'
import { signInRights } from './rows/sign-in.ts'
import { sitingRights } from './rows/siting.ts'
import { statusRights } from './rows/status.ts'
import { surveyRights } from './rows/survey.ts'

/** Who may do what, over HTTP: the one table. What has no row is not served. */
export const rights: readonly Right[] = [
  ...statusRights,
  ...sessionRights,
  ...signInRights,
  ...identityRights,
  ...configRights,
  ...layerRights,
  ...groundRights,
  ...aroundRights,
  ...measureRights,
  ...decisionRights,
  ...dossierRights,
  ...registerRights,
  ...photoRights,
  ...noteRights,
  ...observationRights,
  ...reportRights,
  ...planRights,
  ...problemRights,
  ...surveyRights,
  ...releaseRights,
  ...moderationRights,
  ...commitmentRights,
  ...sitingRights,
  ...patrolRights,
  ...incidentRights,
  ...analysisRights,
  ...pictureRights,
  ...operationRights,
  ...auditRights,
  ...retentionRights,
  ...jobRights,
  ...accountDataRights,
]
