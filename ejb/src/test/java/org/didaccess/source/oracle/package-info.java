/**
 * The rules of a submission a second time: slow, plain and written from the rules' text alone, with
 * no class of the product. What the product finds is compared with what this finds.
 */
package org.didaccess.source.oracle;
