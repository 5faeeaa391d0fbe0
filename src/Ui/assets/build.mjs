// Makes everything under ../wwwroot/assets from the sources here.
//   npm ci && npm run build            writes to ../wwwroot/assets
//   node build.mjs <folder>            writes there instead (check.sh compares)
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import * as sass from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const out = process.argv[2] ?? join(here, '../wwwroot/assets')
const modules = join(here, 'node_modules')
const fontSource = join(modules, '@fontsource/atkinson-hyperlegible')

const notice = '/*! Lifeguard. Contains govuk-frontend 6.6.0 (c) Crown copyright, MIT licence; see licences.txt */'
const fonts = ['latin-400', 'latin-700', 'latin-ext-400', 'latin-ext-700']
  .map((name) => `atkinson-hyperlegible-${name}-normal.woff2`)

async function styles () {
  const { css } = sass.compile(join(here, 'lifeguard.scss'), {
    loadPaths: [modules],
    style: 'expanded',
    quietDeps: true
  })
  const { code } = await transform(css, { loader: 'css', minify: true, target: 'es2020', legalComments: 'none' })
  await writeFile(join(out, 'lifeguard.css'), `${notice}\n${code}`)
}

async function scripts () {
  await build({
    entryPoints: [join(here, 'lifeguard.js')],
    outfile: join(out, 'lifeguard.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
    banner: { js: notice },
    logLevel: 'warning'
  })
}

async function files () {
  await copyFile(join(here, 'mark.svg'), join(out, 'mark.svg'))
  for (const font of fonts) await copyFile(join(fontSource, 'files', font), join(out, 'fonts', font))
  await copyFile(join(fontSource, 'LICENSE'), join(out, 'fonts', 'OFL.txt'))
  const mit = await readFile(join(here, 'licences.txt'), 'utf8')
  await writeFile(join(out, 'licences.txt'), mit)
}

await rm(out, { recursive: true, force: true })
await mkdir(join(out, 'fonts'), { recursive: true })
await Promise.all([styles(), scripts(), files()])
