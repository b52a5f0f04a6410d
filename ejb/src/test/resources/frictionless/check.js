// Validates a package with the reader that the makers of the standard publish: the descriptor against
// its profile, and every value of every table against the type and constraints of its column.
// Usage: node check.js FOLDER-WITH-node_modules datapackage.json
'use strict'

const path = require('path')
const { createRequire } = require('module')

const { Package } = createRequire(path.join(process.argv[2], 'here.js'))('datapackage')

async function main(descriptor) {
  const bag = await Package.load(descriptor, { basePath: path.dirname(descriptor) })
  const errors = bag.errors.map((error) => error.message)
  const rows = {}
  for (const resource of bag.resources) {
    try {
      rows[resource.name] = (await resource.read({ cast: true })).length
    } catch (error) {
      errors.push(`${resource.name}: ${error.multiple ? error.errors.map((e) => e.message).join('; ') : error.message}`)
    }
  }
  console.log(JSON.stringify({ valid: bag.valid && errors.length === 0, errors, rows }))
}

main(process.argv[3]).catch((error) => {
  console.error(error)
  process.exit(1)
})
