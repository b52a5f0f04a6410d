package org.didaccess.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import org.didaccess.web.security.PageAccess;

/** Pages that have words alone. */
@ApplicationScoped
@PageAccess(view = "/accessibility", roles = PageAccess.EVERYBODY)
@PageAccess(view = "/error/not-found", roles = PageAccess.EVERYBODY)
@PageAccess(view = "/error/not-permitted", roles = PageAccess.EVERYBODY)
@PageAccess(view = "/error/expired", roles = PageAccess.EVERYBODY)
@PageAccess(view = "/error/failed", roles = PageAccess.EVERYBODY)
public class StaticPages {}
