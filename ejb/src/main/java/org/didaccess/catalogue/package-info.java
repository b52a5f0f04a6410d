/**
 * What can be asked for and who decides about it: data sets, versions, fields, filters, controllers
 * with dates and successions.
 */
package org.didaccess.catalogue;
