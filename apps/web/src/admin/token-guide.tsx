import { Link } from '@tanstack/react-router'
import { admin as words } from '../messages/admin.ts'
import { useText } from '../messages/text.ts'
import { Card } from './section.tsx'
import styles from './token-guide.module.css'

/** How a key is used in the programs a municipality has. */
export function TokenGuide() {
  const t = useText()
  const { origin } = location
  const layer = '{lager}'
  return (
    <Card title={t(words.guide)}>
      <p className={styles.lead}>{t(words.guideLead)}</p>
      <pre className={styles.code}>{`Authorization: Bearer tk_…`}</pre>
      <p className={styles.lead}>
        {t(words.guideNames(layer))}{' '}
        <Link to="/admin/{-$section}" params={{ section: 'drift' }}>
          {t(words.operation)}
        </Link>
        .
      </p>
      <details className={styles.guide}>
        <summary>
          <h4>QGIS</h4>
        </summary>
        <ol>
          <li>{t(words.qgisAuth)}</li>
          <li>
            {t(words.qgisTiles)}
            <pre className={styles.code}>{`${origin}/api/tiles/${layer}/{z}/{x}/{y}.mvt`}</pre>
          </li>
          <li>
            {t(words.qgisItems)}
            <pre className={styles.code}>{`${origin}/api/layers/${layer}/items?limit=1000`}</pre>
          </li>
        </ol>
      </details>
      <details className={styles.guide}>
        <summary>
          <h4>Origo</h4>
        </summary>
        <p>{t(words.origoHelp)}</p>
        <pre className={styles.code}>{`location /trygghet/ {
  proxy_pass ${origin}/;
  proxy_set_header Authorization "Bearer tk_…";
}`}</pre>
      </details>
      <details className={styles.guide}>
        <summary>
          <h4>curl</h4>
        </summary>
        <pre className={styles.code}>{`curl -H "Authorization: Bearer $TOKEN" ${origin}/api/layers`}</pre>
      </details>
    </Card>
  )
}
